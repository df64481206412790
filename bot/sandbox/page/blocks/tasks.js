/** What an agent is doing: task cards, and plans of several tasks. */
import { el } from "../dom.js";
import { icon } from "../icons.js";
import { link } from "../text/inline.js";
import { wordsOfObject } from "./objects.js";
import { richTextNodes } from "./rich_text.js";

const STATUSES = {
  pending: { words: "Pending", icon: "circle" },
  in_progress: { words: "In progress", icon: "progress" },
  complete: { words: "Complete", icon: "check" },
  error: { words: "Failed", icon: "warning" },
};

const titleOf = (title) => (typeof title === "string" ? title : wordsOfObject(title));

function sourceLink({ url, text }) {
  return el("li", {}, link(url, icon("link"), text || url));
}

function inside(task) {
  const rich = (name, block) => block && el(`div.text.rich-text.task-${name}`, {}, richTextNodes(block));
  const parts = [
    rich("details", task.details),
    rich("output", task.output),
    task.sources?.length > 0 &&
      el("ul.task-sources", { "aria-label": "Sources" }, task.sources.map(sourceLink)),
  ].filter(Boolean);
  return parts.length ? el("div.task-inside", {}, parts) : null;
}

function line(task, status) {
  return [
    el("span.task-sign", {}, icon(status.icon)),
    el("span.task-title", {}, titleOf(task.title)),
    el("span.task-status", {}, status.words),
  ];
}

/** One task with its status in words; details, output and sources fold away. */
export function taskCard(task) {
  const name = STATUSES[task.status] ? task.status : "pending";
  const body = inside(task);
  const shared = { data: { status: name } };
  if (!body) return el("div.task-card", shared, el("div.task-line", {}, line(task, STATUSES[name])));
  return el(
    "details.task-card",
    { ...shared, open: name === "in_progress" || name === "error" },
    el("summary.task-line", {}, line(task, STATUSES[name]), icon("down")),
    body,
  );
}

/** Several tasks under one title, with how many of them are done. */
export function plan(block) {
  const tasks = block.tasks ?? [];
  const done = tasks.filter((task) => task.status === "complete").length;
  return el(
    "details.plan",
    { open: true },
    el(
      "summary.plan-head",
      {},
      el("span.plan-title", {}, titleOf(block.title)),
      tasks.length > 0 && el("span.task-status", {}, `${done} of ${tasks.length} done`),
      icon("down"),
    ),
    el(
      "ol.plan-tasks",
      {},
      tasks.map((task) => el("li", {}, taskCard(task))),
    ),
  );
}
