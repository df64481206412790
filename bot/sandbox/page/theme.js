/** Light or dark: the address asks first (`?theme=dark`), then the person's last choice, then the system. */

const KEY = "haggle-sandbox-theme";

function chosen() {
  const asked = new URLSearchParams(location.search).get("theme");
  return asked === "dark" || asked === "light" ? asked : localStorage.getItem(KEY);
}

/** The theme on screen now: "dark" or "light". */
export function currentTheme() {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  return document.documentElement.dataset.theme ?? system;
}

/** Applies what was asked for or chosen before; otherwise the style sheet follows the system. */
export function applyTheme() {
  const theme = chosen();
  if (theme) document.documentElement.dataset.theme = theme;
}

/** Switches to the other theme and remembers it. Returns the new one. */
export function switchTheme() {
  const theme = currentTheme() === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  localStorage.setItem(KEY, theme);
  return theme;
}
