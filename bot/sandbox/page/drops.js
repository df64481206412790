/** Files that are dragged over the page. */

/** Whether what is dragged is files, and not words. */
export const holdsFiles = (event) => Boolean(event.dataTransfer?.types.includes("Files"));

function refuse(event) {
  if (event.defaultPrevented || !holdsFiles(event)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "none";
}

/** Refuses files where nothing takes them; the browser would leave the page to show them. */
export function refuseStrayFiles() {
  addEventListener("dragover", refuse);
  addEventListener("drop", refuse);
}
