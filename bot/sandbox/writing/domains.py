"""Bare domains, which Slack's clients turn into links."""

_GENERIC = (
    "academy|agency|ai|app|art|biz|blog|center|chat|city|cloud|club|co|com|company|dev|digital|edu|email|events|finance|"
    "gov|group|guru|info|int|io|jobs|life|link|live|ltd|media|mil|mobi|museum|name|net|network|news|online|org|page|"
    "partners|photos|pro|sale|school|services|shop|site|social|solutions|space|store|studio|support|systems|team|tech|"
    "today|tools|top|travel|tv|video|website|wiki|work|works|world|xyz|zone"
)
_COUNTRIES = (
    "ac ad ae af ag al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf "
    "cg ch ci ck cl cm cn cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg "
    "gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in iq ir is it je jm jo jp ke kg kh ki km kn "
    "kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz "
    "na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se "
    "sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tw tz ua ug uk us uy uz va "
    "vc ve vg vi vn vu wf ws ye yt za zm zw"
)
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
DOMAIN = (
    rf"(?<![\w.@/-])(?i:(?:{_LABEL}\.)+(?:{_GENERIC}|{_COUNTRIES.replace(' ', '|')}))"
    r"(?![\w@-]|\.\w)(?::\d+)?(?:/[^\s<>|]*)?"
)
"""A pattern for a domain with a known ending, and the port and path behind it; capitals do not matter."""
