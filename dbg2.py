from tests.packs.buyers import buyer
from engine.scoring.usual_claims import _sheet, _even, _is_unborne, _figures, _is_better
import engine.scoring.usual_claims as U
p = buyer("saas_renewal", 28446).product
t = "100, thanks. Then for 100 seats, with the 99.95 percent uptime in the contract, I'd be at $61,000 a year. How does that sit with you?"
print(_sheet(p)[:300])
for st in U.statements(t):
    for c in st.clauses:
        e = _even(c)
        for cl in p.usual_claims:
            if _is_unborne(e, _sheet(p), cl): print(cl.id if hasattr(cl,'id') else cl, '|', e, list(_figures(cl.figures, e)), list(_figures(cl.figures,_sheet(p))))
