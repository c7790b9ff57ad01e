// Reads a filled Excel file of a piece: what is under status, owner, date and note for
// each permanent line id, or the rows of a register. Loaded only when such a file is chosen.
//
// The file says itself where to look: its hidden sheet "playbook" names the item, the columns
// with their headings, and how each status is called. macros/files/writers/excel.py writes it.

{
  const { Refused, state } = playbook;
  const SCHEMA = 1;
  const MOST = 20 * 1024 * 1024; // bytes of a part, unpacked: more is no list of ours
  const DAY = 24 * 60 * 60 * 1000;
  const refuse = (code, detail) => {
    throw new Refused(`xlsx-${code}`, detail);
  };

  function unpacked(bytes) {
    try {
      return fflate.unzipSync(bytes, {
        filter: ({ name, originalSize }) => /\.(xml|rels)$/.test(name) && originalSize <= MOST,
      });
    } catch {
      return refuse("broken");
    }
  }

  function xml(parts, name) {
    if (!parts[name]) refuse("broken");
    const page = new DOMParser().parseFromString(fflate.strFromU8(parts[name]), "application/xml");
    if (page.querySelector("parsererror")) refuse("broken");
    return page;
  }

  const all = (place, tag) => [...place.getElementsByTagNameNS("*", tag)];
  const text = (place) => all(place, "t").map((part) => part.textContent).join("");

  // The cells of a worksheet by address: {value, formula}.
  function cells(page, shared) {
    const found = new Map();
    for (const cell of all(page, "c")) {
      const type = cell.getAttribute("t");
      const raw = all(cell, "v")[0]?.textContent ?? "";
      const value =
        type === "s" ? (shared[Number(raw)] ?? "") : type === "inlineStr" ? text(cell) : raw;
      found.set(cell.getAttribute("r"), { value: value.trim(), formula: all(cell, "f").length > 0 });
    }
    return found;
  }

  function worksheets(bytes) {
    const parts = unpacked(bytes);
    const shared = parts["xl/sharedStrings.xml"] ? all(xml(parts, "xl/sharedStrings.xml"), "si").map(text) : [];
    const places = new Map(
      all(xml(parts, "xl/_rels/workbook.xml.rels"), "Relationship").map((one) => [
        one.getAttribute("Id"),
        one.getAttribute("Target").replace(/^\/?(xl\/)?/, "xl/"),
      ]),
    );
    return new Map(
      all(xml(parts, "xl/workbook.xml"), "sheet").map((one) => {
        const id = [...one.attributes].find(({ localName, prefix }) => prefix && localName === "id");
        return [one.getAttribute("name"), cells(xml(parts, places.get(id?.value)), shared)];
      }),
    );
  }

  const rowsOf = (sheet) => Math.max(0, ...[...sheet.keys()].map((at) => Number(at.replace(/\D/g, ""))));

  // What the hidden sheet says: facts by name, columns, statuses by what they are called.
  function described(sheet) {
    const facts = {};
    const columns = [];
    const statuses = new Map();
    const at = (letter, row) => sheet.get(`${letter}${row}`)?.value ?? "";
    for (let row = 1; row <= rowsOf(sheet); row += 1) {
      const [name, one, two, three, four, five] = [..."ABCDEF"].map((letter) => at(letter, row));
      if (name === "column") {
        columns.push({ sheet: one, letter: two, field: three, heading: four, kind: five, values: new Map() });
      } else if (name === "value") columns.at(-1)?.values.set(four, three);
      else if (name === "status") statuses.set(two, one);
      else if (name) facts[name] = one;
    }
    return { facts, columns, statuses };
  }

  // A day as Excel keeps it, a number since 1900, or as it is typed.
  function day(value, where) {
    if (/^\d+(\.\d+)?$/.test(value) && value > 20000 && value < 80000) {
      return new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * DAY).toISOString().slice(0, 10);
    }
    const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(value) ?? refuse("due", where);
    const written = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
    return state.isDay(written) ? written : refuse("due", where);
  }

  // What is in a row under the columns of a worksheet, by field.
  function fields(sheet, columns, row) {
    const found = {};
    for (const { sheet: name, letter, field, kind, values, status } of columns) {
      const where = `${name}!${letter}${row}`;
      const { value, formula } = sheet.get(`${letter}${row}`) ?? { value: "", formula: false };
      if (formula) refuse("formula", where);
      if (!value) continue;
      if (kind === "date") found[field] = day(value, where);
      else if (kind === "status" || values.size) {
        found[field] = (status ?? values).get(value) ?? refuse("status", `${where}: ${value}`);
      } else found[field] = value;
    }
    return found;
  }

  // A line of the item, known by the id in the hidden column; null where there is nothing.
  function line({ sheet, name, columns, facts }, row, ours, lines) {
    const id = sheet.get(`A${row}`)?.value ?? "";
    const now = { status: "open", ...fields(sheet, columns, row) };
    const filled = !state.emptyLine(now);
    if (!id && filled) refuse("id", `${name}!${row}`);
    const key = `${facts.item}/${id}`;
    if (key in lines) refuse("double", `${id}, ${name}!${row}`);
    if (!id || (!filled && !ours[key])) return null;
    const { owner, due, note, ...rest } = ours[key] ?? {};
    return [key, { ...rest, ...now }];
  }

  // A row of a register, known by what is in its first column; null where it is empty.
  function entry({ sheet, columns, facts }, row, ours, lines) {
    const cells = Object.fromEntries(
      Object.entries(fields(sheet, columns, row)).map(([field, value]) => [field.replace("cell:", ""), value]),
    );
    if (!Object.keys(cells).length) return null;
    const first = columns[0].field.replace("cell:", "");
    const rows = Object.entries(state.rowsOf(ours, facts.item));
    const [known] = rows.find(([key, row]) => !(key in lines) && row.cells?.[first] === cells[first]) ?? [];
    return [known ?? `${facts.item}/${state.rowId()}`, { status: "open", cells }];
  }

  // The lines of a workbook as a workspace keeps them, on top of `ours`. Throws Refused:
  // everything is used, or nothing.
  function read(bytes, ours, at) {
    const sheets = worksheets(bytes);
    if (!sheets.has("playbook")) refuse("foreign");
    const { facts, columns, statuses } = described(sheets.get("playbook"));
    if (Number(facts.schema) > SCHEMA) refuse("newer");
    if (Number(facts.schema) !== SCHEMA || !facts.item) refuse("foreign");
    if (!columns.length) refuse("nothing");
    const lines = {};
    for (const name of new Set(columns.map((column) => column.sheet))) {
      const sheet = sheets.get(name) ?? refuse("heading", name);
      const here = columns.filter((column) => column.sheet === name);
      const ticked = here.find((column) => column.kind === "status");
      if (ticked) ticked.status = statuses;
      const ids = ticked ? [{ letter: "A", heading: "id" }] : [];
      for (const { letter, heading } of [...ids, ...here]) {
        const found = sheet.get(`${letter}1`)?.value ?? "";
        if (found !== heading.trim()) refuse("heading", `${name}!${letter}1: ${heading} → ${found}`);
      }
      for (let row = 2; row <= rowsOf(sheet); row += 1) {
        const found = (ticked ? line : entry)({ sheet, name, columns: here, facts }, row, ours, lines);
        if (found) lines[found[0]] = state.checkedLine(found[0], { ...found[1], at });
      }
    }
    return { name: facts.item, version: facts.version, lines };
  }

  playbook.readWorkbook = read;
}
