// Keeps the reader's workspaces in this browser and nowhere else. Every change is written at
// once onto what is stored at that moment, so two tabs don't undo each other's work.
//
// When the storage is blocked, full or damaged the page goes on working from memory, and
// `problem` says so; a damaged text is kept aside under a name of its own, and what a newer
// version of the playbook has stored is not touched.

{
  const { state, SCHEMA } = playbook;
  const INDEX = "playbook.workspaces";
  const WORK = "playbook.work.";
  const DAMAGED = "playbook.damaged.";
  const FIRST = "w1";

  const memory = new Map(); // what couldn't be stored, by key
  const newer = new Set(); // the keys that a newer version has stored
  const listeners = new Set();
  let problem = null; // "blocked", "full", "damaged" or "newer"

  function read(key) {
    if (memory.has(key)) return memory.get(key);
    try {
      return localStorage.getItem(key);
    } catch {
      problem = "blocked";
      return null;
    }
  }

  function write(key, text) {
    if (newer.has(key)) {
      memory.set(key, text);
      return;
    }
    try {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
      memory.delete(key);
      if (problem === "full") problem = null;
    } catch (error) {
      memory.set(key, text);
      problem = error.name === "QuotaExceededError" ? "full" : "blocked";
    }
  }

  // What is stored under a key, as `check` accepts it; a damaged text is put aside.
  function stored(key, check, fallback) {
    const text = read(key);
    if (text === null) return fallback();
    try {
      return check(state.parsed(text));
    } catch (error) {
      if (error.code === "newer") {
        newer.add(key);
        problem = "newer";
        return fallback();
      }
      write(`${DAMAGED}${key.slice("playbook.".length)}.${Date.now()}`, text);
      write(key, null);
      problem = "damaged";
      return fallback();
    }
  }

  function checkedIndex(kept) {
    const data = state.migrated(kept);
    const known = (w) =>
      /^w\d+$/.test(w?.id) && typeof w.name === "string" && typeof w.archived === "boolean";
    if (!Array.isArray(data.workspaces) || !data.workspaces.length || !data.workspaces.every(known)) {
      throw new playbook.Refused("foreign");
    }
    const current = data.workspaces.find((w) => w.id === data.current) ?? data.workspaces[0];
    return { ...data, me: String(data.me ?? ""), current: current.id };
  }

  const index = () =>
    stored(INDEX, checkedIndex, () => ({
      schema: SCHEMA,
      current: FIRST,
      me: "",
      workspaces: [{ id: FIRST, name: "", archived: false }],
    }));

  function change(edit) {
    const data = index();
    const result = edit(data);
    write(INDEX, JSON.stringify(data));
    announce();
    return result;
  }

  const lines = (id = index().current) => stored(WORK + id, state.checkedLines, () => ({}));

  function replace(all, id = index().current) {
    write(WORK + id, JSON.stringify({ schema: SCHEMA, lines: all }));
    announce();
  }

  // Set fields of a line, and cells of a row; with nothing in it, it is no longer kept.
  // Returns what was there.
  function set(key, { cells, ...fields }) {
    const all = lines();
    const before = all[key];
    const line = { status: "open", ...before, ...fields, at: Date.now() };
    if (cells) line.cells = { ...before?.cells, ...cells };
    if (state.emptyLine(line)) delete all[key];
    else all[key] = state.checkedLine(key, line);
    replace(all);
    return before;
  }

  function restore(key, line) {
    const all = lines();
    if (line) all[key] = { ...line, at: Date.now() };
    else delete all[key];
    replace(all);
  }

  const announce = () => listeners.forEach((listener) => listener());
  addEventListener("storage", (event) => {
    if (event.key === null || event.key.startsWith("playbook.")) announce();
  });

  playbook.store = {
    index,
    lines,
    replace,
    set,
    restore,
    problem: () => problem,
    onchange: (listener) => listeners.add(listener),
    use: (id) => change((data) => (data.current = id)),
    setMe: (me) => change((data) => (data.me = me.trim().slice(0, 100))),
    create: (name) =>
      change((data) => {
        const id = `w${Math.max(...data.workspaces.map((w) => Number(w.id.slice(1)))) + 1}`;
        data.workspaces.push({ id, name: name.slice(0, 100), archived: false });
        return (data.current = id);
      }),
    rename: (id, name) =>
      change((data) => (data.workspaces.find((w) => w.id === id).name = name.slice(0, 100))),
    archive: (id, archived) =>
      change((data) => {
        data.workspaces.find((w) => w.id === id).archived = archived;
        const open = data.workspaces.find((w) => !w.archived);
        if (id === data.current && open) data.current = open.id;
      }),
    remove: (id) =>
      change((data) => {
        write(WORK + id, null);
        const rest = data.workspaces.filter((w) => w.id !== id);
        data.workspaces = rest.length ? rest : [{ id: FIRST, name: "", archived: false }];
        const next = rest.find((w) => !w.archived) ?? data.workspaces[0];
        if (id === data.current) data.current = next.id;
      }),
    damaged: () => {
      try {
        return Object.keys(localStorage).filter((key) => key.startsWith(DAMAGED));
      } catch {
        return [];
      }
    },
  };
}
