/** The named icons that a card may carry, as characters of this browser's emoji font. */
import { el } from "../dom.js";

const SIGNS = Object.fromEntries(
  `archive 🗄️ book 📖 bookmark 🔖 bot 🤖 bug 🐞 calendar 📅 call 📞 caret-left ◀️ caret-right ▶️ check ✅ clipboard 📋 code 💻
  comment 💬 compass 🧭 copy 📑 cube 🧊 download 📥 edit ✏️ email ✉️ eye-closed 🙈 eye-open 👁️ file 📄 flag 🚩 folder 📁 gear ⚙️
  globe 🌐 heart ❤️ help ❓ image 🖼️ info ℹ️ key 🔑 lightbulb 💡 link 🔗 map 🗺️ mobile 📱 new-window 🪟 pin 📌 plus ➕ refine 🎚️
  refresh 🔄 rocket 🚀 save 💾 screen 🖥️ share 📤 sparkle ✨ star ⭐ star-filled 🌟 tag 🏷️ thumbs-down 👎 thumbs-up 👍 trash 🗑️
  upload 📤 user 👤 warning ⚠️`
    .split(/\s+/)
    .reduce((pairs, word, at, all) => (at % 2 ? [...pairs, [all[at - 1], word]] : pairs), []),
);

/** The sign of a Slack icon object; a name that is not listed shows as a plain square. */
export function slackIcon({ name }) {
  return el("span.slack-icon.emoji", { role: "img", "aria-label": name }, SIGNS[name] ?? "▫️");
}
