// Lets a reader narrow down a list: by what each entry says of itself in data attributes,
// and by words inside it. The choice is in the address and goes along to the other
// language. Without this file the whole list shows and the controls stay hidden.

for (const form of document.querySelectorAll(".pb-filter")) {
  const list = form.parentElement;
  const groups = [...list.querySelectorAll("[data-group]")];
  const entries = groups.flatMap((group) => [...group.querySelectorAll("[data-phase]")]);
  const read = (entry) => `${entry.textContent} ${entry.dataset.words ?? ""}`.toLowerCase();
  const texts = new Map(entries.map((entry) => [entry, read(entry)]));
  const count = form.querySelector("output");
  const fields = [...form.querySelectorAll("select, input")];

  const fits = (entry) =>
    fields.every(({ name, value }) => {
      if (name === "words") {
        const words = value.toLowerCase().split(/\s+/);
        return words.every((word) => texts.get(entry).includes(word));
      }
      return !value || entry.dataset[name].split(" ").includes(value);
    });

  function apply() {
    for (const entry of entries) entry.hidden = !fits(entry);
    for (const group of groups) group.hidden = !group.querySelector("[data-phase]:not([hidden])");
    const shown = entries.filter((entry) => !entry.hidden).length;
    count.value = shown ? `${shown} ${form.dataset.of} ${entries.length}` : form.dataset.none;
  }

  function keep() {
    const chosen = new URLSearchParams(location.search);
    for (const { name, value } of fields) {
      if (value.trim()) chosen.set(name, value.trim());
      else chosen.delete(name);
    }
    const search = chosen.size ? `?${chosen}` : "";
    const other = document.querySelector(".pb-language");
    if (other) other.search = search;
    try {
      history.replaceState(history.state, "", location.pathname + search + location.hash);
    } catch {
      // A page opened from a disk may not change its address; the filter works all the same.
    }
  }

  function change() {
    apply();
    keep();
  }

  const wanted = new URLSearchParams(location.search);
  for (const field of fields) {
    field.value = wanted.get(field.name) ?? "";
    // A choice that doesn't exist leaves a select without any.
    if (field.selectedIndex === -1) field.value = "";
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", change);
  // The fields are empty only after the event.
  form.addEventListener("reset", () => setTimeout(change));
  form.hidden = false;
  change();
}
