// Reads a filled Excel file of a piece: what stands under status, owner, date and note for
// each permanent line id. Loaded only when such a file is chosen.
//
// The file says itself where to look: its hidden sheet "playbook" names the item, the columns
// with their headings, and how each status is called. macros/writers/excel.py writes it.

{
  const { Refused, state } = playbook;
  const SCHEMA = 1;
  const MOST = 20 * 1024 * 1024; // bytes of a part, unpacked: more is no list of ours
  const FIELDS = ["status", "owner", "due", "note"];
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
      const [name, one, two, three, four] = ["A", "B", "C", "D", "E"].map((letter) => at(letter, row));
      if (name === "column") columns.push({ sheet: one, letter: two, field: three, heading: four });
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
    return Number.isNaN(Date.parse(written)) ? refuse("due", where) : written;
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
      for (const { letter, heading } of here) {
        const found = sheet.get(`${letter}1`)?.value ?? "";
        if (found !== heading.trim()) refuse("heading", `${name}!${letter}1: ${heading} → ${found}`);
      }
      const letterOf = (field) => here.find((column) => column.field === field)?.letter;
      for (let row = 2; row <= rowsOf(sheet); row += 1) {
        const cell = (field) => sheet.get(`${letterOf(field)}${row}`) ?? { value: "", formula: false };
        const id = cell("id").value;
        const line = { status: "open" };
        for (const field of FIELDS) {
          const where = `${name}!${letterOf(field)}${row}`;
          const { value, formula } = cell(field);
          if (formula) refuse("formula", where);
          if (!value) continue;
          if (field === "status") line.status = statuses.get(value) ?? refuse("status", `${where}: ${value}`);
          else line[field] = field === "due" ? day(value, where) : value;
        }
        const filled = !state.emptyLine(line);
        if (!id && filled) refuse("id", `${name}!${row}`);
        const key = `${facts.item}/${id}`;
        if (key in lines) refuse("double", `${id}, ${name}!${row}`);
        const before = ours[key];
        if (!id || (!filled && !before)) continue;
        const { owner, due, note, ...rest } = before ?? {};
        lines[key] = state.checkedLine(key, { ...rest, ...line, at });
      }
    }
    return { name: facts.item, version: facts.version, lines };
  }

  playbook.readWorkbook = read;
}
