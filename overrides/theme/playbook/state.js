// What is kept of a reader's work on the library's lines, and the rules by which it changes.
// Nothing here touches a page or the browser's storage.
//
// Lines are kept by permanent id alone, "checklist/an-item/c07", so that a tick shows in
// each language and version. A line is
//   {status: "open" | "done" | "na", reason, note, owner, due: "YYYY-MM-DD", wording, at}
// where `wording` stands for the words it had when it was ticked, and `at` is the time of the
// last change in milliseconds. What is empty is left out.
//
// A row that a reader adds to a register has an id of its own, "register/an-item/row-…", and
// `cells` by the ids of the columns; a choice is kept by the id of its value.
//
// What is kept has a schema version; each entry of MIGRATIONS leads to the next one:
//   1  lines
//   2  rows of registers

globalThis.playbook ??= {};
{
  const SCHEMA = 2;
  const MIGRATIONS = { 1: (data) => ({ ...data, schema: 2 }) };
  const FORMAT = "erp-communication-playbook/workspace";
  const KEY = /^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*\/([a-z]{1,3}\d{2,3}|row-[0-9a-f]{12})$/;
  const CELL = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const MOST_CELLS = 40;
  const MOST = { reason: 500, note: 4000, owner: 100, wording: 16, cell: 4000 };

  // A file or a stored text that can't be used; `code` names the reason.
  class Refused extends Error {
    constructor(code, detail = "") {
      super(`${code}: ${detail}`);
      Object.assign(this, { code, detail });
    }
  }

  // Whether a text is a day such as 2026-12-01: browsers take 31 February for 3 March.
  function isDay(text) {
    const time = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
  }

  const record = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

  // A line as it may be kept. Throws Refused when it can't be one.
  function checkedLine(key, value) {
    const wrong = (field) => {
      throw new Refused("line", `${String(key).slice(0, 80)} (${field})`);
    };
    if (!KEY.test(key) || key.length > 120 || !record(value)) wrong("id");
    const { status, due, at } = value;
    if (!["open", "done", "na"].includes(status)) wrong("status");
    if (!Number.isSafeInteger(at) || at < 0 || at > 8.64e15) wrong("at");
    const line = { status, at };
    const { cell: mostOfCell, ...texts } = MOST;
    for (const [field, most] of Object.entries(texts)) {
      const text = value[field];
      if (text === undefined || text === "") continue;
      if (typeof text !== "string" || text.length > most) wrong(field);
      line[field] = text;
    }
    if (due !== undefined && due !== "") {
      if (typeof due !== "string" || !isDay(due)) wrong("due");
      line.due = due;
    }
    if (value.cells !== undefined) {
      if (!record(value.cells) || Object.keys(value.cells).length > MOST_CELLS) wrong("cells");
      line.cells = {};
      for (const [column, text] of Object.entries(value.cells)) {
        if (!CELL.test(column) || typeof text !== "string" || text.length > mostOfCell) wrong("cells");
        if (text) line.cells[column] = text;
      }
    }
    return line;
  }

  // Stored or exported data in today's schema. Throws Refused.
  function migrated(data) {
    if (!record(data)) throw new Refused("foreign");
    if (Number.isInteger(data.schema) && data.schema > SCHEMA) throw new Refused("newer");
    let now = data;
    while (Object.hasOwn(MIGRATIONS, now.schema)) now = MIGRATIONS[now.schema](now);
    if (now.schema !== SCHEMA) throw new Refused("foreign");
    return now;
  }

  // All lines of a stored or exported object. Throws Refused: all is used, or nothing.
  function checkedLines(kept) {
    const data = migrated(kept);
    if (!record(data.lines)) throw new Refused("foreign");
    const lines = {};
    for (const [key, value] of Object.entries(data.lines)) lines[key] = checkedLine(key, value);
    return lines;
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch {
      throw new Refused("broken");
    }
  }

  function exported(name, lines) {
    const day = new Date().toISOString();
    return JSON.stringify({ format: FORMAT, schema: SCHEMA, name, exported: day, lines }, null, 1);
  }

  // The workspace in an exported file. Throws Refused.
  function imported(text) {
    const data = parsed(text);
    if (!record(data) || data.format !== FORMAT) throw new Refused("foreign");
    const name = typeof data.name === "string" ? data.name.slice(0, 100) : "";
    return { name, lines: checkedLines(data) };
  }

  const same = (one, other) => {
    const words = (line) => JSON.stringify(Object.entries(line).sort());
    return words({ ...one, at: 0 }) === words({ ...other, at: 0 });
  };

  // What would change if `theirs` came into `ours`: of two versions of a line, the newer stays.
  function merged(ours, theirs) {
    const lines = { ...ours };
    const changes = [];
    for (const [key, line] of Object.entries(theirs)) {
      const mine = ours[key];
      if (mine && same(mine, line)) {
        if (line.at > mine.at) lines[key] = line;
        continue;
      }
      const kind = !mine ? "new" : line.at > mine.at ? "newer" : "older";
      if (kind !== "older") lines[key] = line;
      changes.push({ key, kind, from: mine?.status, to: line.status });
    }
    return { lines, changes };
  }

  // The lines of an item after its renames: what was kept under an old id goes to the new.
  function carried(lines, item, renames) {
    const result = { ...lines };
    for (const [old, now] of Object.entries(renames)) {
      const [from, to] = [`${item}/${old}`, `${item}/${now}`];
      if (!(from in result)) continue;
      if (!(to in result) || result[to].at < result[from].at) result[to] = result[from];
      delete result[from];
    }
    return result;
  }

  // An id that two people who add rows apart from each other don't share.
  function rowId() {
    const bytes = crypto.getRandomValues(new Uint8Array(6));
    return `row-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  }

  // The rows kept for an item, by key: those of a register, the results of a quiz.
  const rowsOf = (lines, item) =>
    Object.fromEntries(Object.entries(lines).filter(([key]) => key.startsWith(`${item}/row-`)));

  // How far a list is: a line that doesn't apply counts neither as done nor as open.
  function progress(lines, keys) {
    const count = (status) => keys.filter((key) => lines[key]?.status === status).length;
    const [done, na] = [count("done"), count("na")];
    return { done, na, open: keys.length - done - na, total: keys.length };
  }

  const emptyLine = ({ status, reason, note, owner, due, cells = {} }) =>
    status === "open" && ![reason, note, owner, due, ...Object.values(cells)].some(Boolean);

  Object.assign(playbook, {
    Refused,
    SCHEMA,
    state: { carried, checkedLine, checkedLines, emptyLine, exported, imported, isDay, merged, migrated, parsed, progress, rowId, rowsOf },
  });
}
