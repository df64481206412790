/** The emoji short names that the page knows. An unknown name stays as it was written. */

const TABLE = `
grinning 😀 smiley 😃 smile 😄 grin 😁 laughing 😆 satisfied 😆 sweat_smile 😅 joy 😂 rolling_on_the_floor_laughing 🤣
slightly_smiling_face 🙂 upside_down_face 🙃 wink 😉 blush 😊 innocent 😇 relaxed ☺️ heart_eyes 😍 star-struck 🤩
kissing_heart 😘 yum 😋 stuck_out_tongue 😛 zany_face 🤪 hugging_face 🤗 thinking_face 🤔 face_with_hand_over_mouth 🤭
shushing_face 🤫 zipper_mouth_face 🤐 face_with_raised_eyebrow 🤨 neutral_face 😐 expressionless 😑 no_mouth 😶 smirk 😏
unamused 😒 face_with_rolling_eyes 🙄 grimacing 😬 relieved 😌 pensive 😔 sleepy 😪 sleeping 😴 sunglasses 😎
nerd_face 🤓 face_with_monocle 🧐 confused 😕 worried 😟 slightly_frowning_face 🙁 open_mouth 😮 astonished 😲
flushed 😳 cry 😢 sob 😭 scream 😱 disappointed 😞 weary 😩 tired_face 😫 triumph 😤 angry 😠 rage 😡 exploding_head 🤯
partying_face 🥳 face_with_cowboy_hat 🤠 robot_face 🤖 ghost 👻 skull 💀 clown_face 🤡 see_no_evil 🙈
wave 👋 raised_hand ✋ hand ✋ ok_hand 👌 pinched_fingers 🤌 v ✌️ crossed_fingers 🤞 point_left 👈 point_right 👉
point_up ☝️ point_up_2 👆 point_down 👇 +1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 fist ✊ facepunch 👊 clap 👏
raised_hands 🙌 open_hands 👐 handshake 🤝 pray 🙏 muscle 💪 writing_hand ✍️ eyes 👀 brain 🧠 ear 👂
baby 👶 child 🧒 boy 👦 girl 👧 adult 🧑 man 👨 woman 👩 older_adult 🧓 older_man 👴 older_woman 👵
bearded_person 🧔 red_haired_woman 👩‍🦰 red_haired_man 👨‍🦰 curly_haired_woman 👩‍🦱 curly_haired_man 👨‍🦱
white_haired_woman 👩‍🦳 white_haired_man 👨‍🦳 bald_man 👨‍🦲 blond-haired-woman 👱‍♀️ blond-haired-man 👱‍♂️
person_with_headscarf 🧕 man_with_turban 👳 man-wearing-turban 👳‍♂️ office_worker 🧑‍💼 male-office-worker 👨‍💼 female-office-worker 👩‍💼
male-teacher 👨‍🏫 female-teacher 👩‍🏫 male-student 👨‍🎓 female-student 👩‍🎓 male-farmer 👨‍🌾 female-farmer 👩‍🌾
male-cook 👨‍🍳 female-cook 👩‍🍳 male-mechanic 👨‍🔧 female-mechanic 👩‍🔧 male-doctor 👨‍⚕️ female-doctor 👩‍⚕️
male-scientist 👨‍🔬 female-scientist 👩‍🔬 male-technologist 👨‍💻 female-technologist 👩‍💻 male-judge 👨‍⚖️ female-judge 👩‍⚖️
male-pilot 👨‍✈️ female-pilot 👩‍✈️ male-artist 👨‍🎨 female-artist 👩‍🎨 construction_worker 👷 male-construction-worker 👷‍♂️ cop 👮 sleuth_or_spy 🕵️
bust_in_silhouette 👤 busts_in_silhouette 👥 speaking_head_in_silhouette 🗣️ family 👪 couple 👫
dog 🐶 cat 🐱 mouse 🐭 rabbit 🐰 fox_face 🦊 bear 🐻 panda_face 🐼 lion_face 🦁 owl 🦉 turtle 🐢 bee 🐝 whale 🐳
seedling 🌱 evergreen_tree 🌲 four_leaf_clover 🍀 herb 🌿 rose 🌹 sunflower 🌻 cactus 🌵 mushroom 🍄 earth_africa 🌍
apple 🍎 lemon 🍋 banana 🍌 grapes 🍇 avocado 🥑 bread 🍞 cheese_wedge 🧀 pizza 🍕 cake 🍰 coffee ☕ tea 🍵 beer 🍺
sunny ☀️ cloud ☁️ rainbow 🌈 snowflake ❄️ zap ⚡ fire 🔥 droplet 💧 ocean 🌊 star ⭐ star2 🌟 sparkles ✨ boom 💥 tada 🎉
confetti_ball 🎊 balloon 🎈 gift 🎁 trophy 🏆 first_place_medal 🥇 second_place_medal 🥈 third_place_medal 🥉 sports_medal 🏅
sports_medal 🏅 soccer ⚽ basketball 🏀 game_die 🎲 dart 🎯 chess_pawn ♟️ jigsaw 🧩 art 🎨 microphone 🎤 headphones 🎧
car 🚗 red_car 🚗 blue_car 🚙 taxi 🚕 minibus 🚐 pickup_truck 🛻 truck 🚚 articulated_lorry 🚛 racing_car 🏎️ bike 🚲
motor_scooter 🛵 train2 🚆 airplane ✈️ rocket 🚀 ship 🚢 fuelpump ⛽ construction 🚧 traffic_light 🚥 key 🔑
house 🏠 office 🏢 department_store 🏬 convenience_store 🏪 factory 🏭 bank 🏦 hospital 🏥 school 🏫 tent ⛺
watch ⌚ iphone 📱 computer 💻 keyboard ⌨️ desktop_computer 🖥️ electric_plug 🔌 battery 🔋 bulb 💡 wrench 🔧 hammer 🔨
gear ⚙️ toolbox 🧰 lock 🔒 unlock 🔓 bell 🔔 bellhop_bell 🛎️ no_bell 🔕 mag 🔍 scales ⚖️ link 🔗 paperclip 📎 pushpin 📌 scissors ✂️
shopping_trolley 🛒 shopping_bags 🛍️ package 📦 label 🏷️ credit_card 💳 moneybag 💰 money_with_wings 💸 dollar 💵 euro 💶
coin 🪙 receipt 🧾 chart 💹 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 bar_chart 📊 clipboard 📋
briefcase 💼 ledger 📒 memo 📝 pencil 📝 pencil2 ✏️ page_facing_up 📄 page_with_curl 📃 bookmark_tabs 📑 book 📖 books 📚 newspaper 📰
calendar 📆 date 📅 spiral_calendar_pad 🗓️ card_index 📇 card_index_dividers 🗂️ file_folder 📁 inbox_tray 📥 outbox_tray 📤 email ✉️
envelope ✉️ incoming_envelope 📨 speech_balloon 💬 thought_balloon 💭 mega 📣 loudspeaker 📢 telephone_receiver 📞
hourglass ⌛ hourglass_flowing_sand ⏳ stopwatch ⏱️ alarm_clock ⏰ timer_clock ⏲️ clock1 🕐 clock9 🕘
heart ❤️ yellow_heart 💛 green_heart 💚 blue_heart 💙 purple_heart 💜 broken_heart 💔 100 💯 crown 👑 gem 💎
white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ negative_squared_cross_mark ❎ heavy_plus_sign ➕
heavy_minus_sign ➖ question ❓ grey_question ❔ exclamation ❗ grey_exclamation ❕ warning ⚠️ no_entry ⛔ no_entry_sign 🚫
octagonal_sign 🛑 information_source ℹ️ recycle ♻️ arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️
arrow_upper_right ↗️ arrow_lower_right ↘️ arrows_counterclockwise 🔄 leftwards_arrow_with_hook ↩️ rewind ⏪ fast_forward ⏩
arrow_forward ▶️ double_vertical_bar ⏸️ black_square_for_stop ⏹️ checkered_flag 🏁 triangular_flag_on_post 🚩
waving_white_flag 🏳️ red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢 large_blue_circle 🔵
large_purple_circle 🟣 white_circle ⚪ black_circle ⚫ small_blue_diamond 🔹 small_orange_diamond 🔸 lock_with_ink_pen 🔏
one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ zero 0️⃣
`;

const SKIN_TONES = { 2: "🏻", 3: "🏼", 4: "🏽", 5: "🏾", 6: "🏿" };

const byName = new Map();
const words = TABLE.trim().split(/\s+/);
for (let at = 0; at < words.length; at += 2) byName.set(words[at], words[at + 1]);

/** The character for a short name, with or without colons and a skin tone, or null. */
export function emojiFor(name) {
  const [, base, tone] = name.match(/^:?([\w+-]+?):?(?::?:?skin-tone-(\d):?)?$/) ?? [];
  const character = byName.get(base);
  if (!character) return null;
  if (!tone) return character;
  const [head, ...rest] = [...character.replace("\uFE0F", "")];
  return head + (SKIN_TONES[tone] ?? "") + rest.join("");
}

/** Up to `limit` [name, character] pairs whose name begins with or holds `part`, the best first. */
export function emojiLike(part, limit) {
  const named = [...byName].filter(([name]) => name.includes(part));
  return named.sort(([one], [other]) => one.indexOf(part) - other.indexOf(part)).slice(0, limit);
}
