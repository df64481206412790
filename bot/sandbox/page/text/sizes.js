/** Sizes of data as people read them. */

const UNITS = ["bytes", "kB", "MB", "GB"];
const NUMBER = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

/** "812 bytes", "14.2 kB", "3 MB". */
export function dataSize(bytes) {
  const power = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return `${NUMBER.format(bytes / 1000 ** power)} ${UNITS[power]}`;
}
