import { svg } from "./dom.js";

/** Line icons on a 20 × 20 grid, drawn for this page. */
const PATHS = {
  hash: "M8 3 6.5 17M13.5 3 12 17M3.5 7.5h13M3 12.5h13",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  home: "M3 9.5 10 4l7 5.5M5 8.5V16h10V8.5M8.5 16v-4h3v4",
  chat: "M4 5h12v8.5H9L5.5 16.5v-3H4z",
  reply: "M4 5h12v8.5H9L5.5 16.5v-3H4zM7.5 8h5M7.5 10.5h3",
  pencil: "M4 16l.8-3.4L13 4.4a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.4 15.2zM11.5 6l2.5 2.5",
  trash: "M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6M8.5 9v4.5M11.5 9v4.5",
  send: "M3.5 10 16.5 4l-4 12.5-3-5.5zM9.5 11l7-7",
  close: "M5 5l10 10M15 5 5 15",
  back: "M12 4l-6 6 6 6",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  sun: "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2v2M10 16v2M2 10h2M16 10h2M4.4 4.4l1.4 1.4M14.2 14.2l1.4 1.4M15.6 4.4l-1.4 1.4M5.8 14.2l-1.4 1.4",
  moon: "M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z",
  plus: "M10 4v12M4 10h12",
  down: "M5 7.5 10 12.5l5-5",
  up: "M5 12.5 10 7.5l5 5",
  next: "M7.5 5l5 5-5 5",
  previous: "M12.5 5l-5 5 5 5",
  dots: "M4.2 10a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0M9.2 10a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0M14.2 10a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0",
  eye: "M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  smile: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM7 11.5c1.5 2.2 4.5 2.2 6 0M7.8 8h.01M12.2 8h.01",
  check: "M4 10.5l4 4 8-9",
  refresh: "M16 10a6 6 0 1 1-2-4.5M14.5 2.5v3.3h-3.3",
  link: "M8.5 11.5l3-3M9 6l1.5-1.5a3.2 3.2 0 0 1 4.5 4.5L13.5 10.5M11 14l-1.5 1.5A3.2 3.2 0 0 1 5 11l1.5-1.5",
  people:
    "M7.5 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM2.5 16c0-3 2-5 5-5s5 2 5 5M13 5a2.3 2.3 0 0 1 0 4.5M14.5 11.3c2 .6 3 2.3 3 4.7",
  at: "M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM13 7v4.2c0 2.4 3.5 2.4 3.5-1.2A6.5 6.5 0 1 0 13.6 15.4",
  bolt: "M11 3 5 11.5h4.5L9 17l6-8.5h-4.5z",
  stop: "M6 6h8v8H6z",
  search: "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l3.5 3.5",
  help: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM8 8a2 2 0 1 1 2.8 1.8c-.5.3-.8.6-.8 1.2v.5M10 13.8h.01",
  thread: "M4 4.5h12v8H9.5L6 15.5v-3H4zM7 7.5h6M7 9.8h4",
  slash: "M12.5 3.5l-5 13",
  code: "M7 6l-4 4 4 4M13 6l4 4-4 4",
  pin: "M7.5 3.5h5M8.5 3.5v5L6 11.5h8l-2.5-3v-5M10 11.5V17",
  "text-bold": "M6.5 4h4.3a3 3 0 0 1 0 6H6.5zM6.5 10h5a3 3 0 0 1 0 6h-5z",
  "text-italic": "M8.5 4h5M6.5 16h5M11 4 9 16",
  "text-strike": "M4 10h12M13.5 6.2C12.8 4.8 11.5 4.2 10 4.2c-2 0-3.5 1-3.5 2.7 0 1.3.8 2.100 2 2.6M6.4 13.5c.6 1.5 2 2.3 3.7 2.3 2.100 0 3.6-1 3.6-2.8 0-.5-.1-.9-.3-1.2",
  circle: "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12z",
  clip: "M14.5 9.5l-5 5a3 3 0 0 1-4.3-4.3l6-6a2 2 0 0 1 2.9 2.9l-6 6a1 1 0 0 1-1.4-1.4l5-5",
  copy: "M7.5 7.5h8.5V16H7.5zM4.5 12.5H4V4h8.5v.5",
  download: "M10 3.5v9M6.5 9.5l3.5 3.5 3.5-3.5M4 16.5h12",
  file: "M5.5 3h6l3.5 3.5V17h-9.5zM11.5 3v3.5H15",
  image: "M3.5 4.5h13v11h-13zM4 14l4-4 3 3 2-2 3.5 3.5M12.5 7.5h.01",
  info: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 9v4.5M10 6.5h.01",
  play: "M7 5l8 5-8 5z",
  progress: "M10 4a6 6 0 1 1-6 6",
  "thumbs-up": "M3.5 9h2.5v7H3.5zM6 9l3.5-5.5c1.2 0 1.8 1 1.5 2.2L10.5 8h4.3c1 0 1.7.9 1.5 1.9l-1 4.6c-.2.9-.9 1.5-1.8 1.5H6",
  "thumbs-down": "M16.5 11H14V4h2.5zM14 11l-3.5 5.5c-1.2 0-1.8-1-1.5-2.2L9.5 12H5.2c-1 0-1.7-.9-1.5-1.9l1-4.6C4.9 4.6 5.6 4 6.5 4H14",
  "text-list": "M7.5 5.5h9M7.5 10h9M7.5 14.5h9M3.8 5.5h.01M3.8 10h.01M3.8 14.5h.01",
  "text-numbers": "M8.5 5.5h8M8.5 10h8M8.5 14.5h8M3.5 4.5l1-.5v4M3.3 12.2c.6-.9 2-.6 1.8.4-.1.7-1.8 1.5-1.8 2.4h2",
  "text-quote": "M4 4.5v11M8 6.5h8.5M8 10h8.5M8 13.5h5",
  "text-code": "M3.5 4.5h13v11h-13zM8 8l-2 2 2 2M12 8l2 2-2 2",
  wire: "M3 6.5h11M11 3.5l3 3-3 3M17 13.5H6M9 10.5l-3 3 3 3",
  toApp: "M3.5 10h12M11 5.5l4.5 4.5-4.5 4.5",
  fromApp: "M16.5 10h-12M9 5.5 4.5 10 9 14.5",
  sideways: "M6.5 6.5 3 10l3.5 3.5M13.5 6.5 17 10l-3.5 3.5M3 10h14",
  pause: "M7 5v10M13 5v10",
  warning: "M10 3.5 17.5 16h-15zM10 8v4M10 14h.01",
};

/** A decorative icon, hidden from screen readers: the control around it carries the name. */
export function icon(name) {
  return svg(
    "svg",
    { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: PATHS[name] }),
  );
}

/** The mark of the app: two lines of offers that meet. */
export function mark() {
  return svg(
    "svg",
    { class: "mark", viewBox: "0 0 36 36", "aria-hidden": "true", focusable: "false" },
    svg("path", { class: "mark-theirs", d: "M6 9c7 0 8 9 16 9" }),
    svg("path", { class: "mark-ours", d: "M6 27c7 0 8-9 16-9" }),
    svg("circle", { class: "mark-deal", cx: 26, cy: 18, r: 4 }),
  );
}
