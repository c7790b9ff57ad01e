// A pulse is rated in the page; the ratings are kept in the workspace as one row.

{
  const { element, state, store, w } = playbook;

  class Pulse {
    constructor(sheet) {
      this.id = sheet.dataset.item;
      this.inputs = [...sheet.querySelectorAll("[data-statement]")].map((place) => {
        const options = ["", "1", "2", "3", "4", "5"];
        const input = element("select", { name: place.dataset.statement }, ...options.map((n) => element("option", { value: n, textContent: n })));
        input.setAttribute("aria-label", w("js-pulse-rate"));
        input.addEventListener("change", () => this.keep());
        place.append(input);
        return input;
      });
    }

    keep() {
      this.row ??= `${this.id}/${state.rowId()}`;
      store.set(this.row, { cells: Object.fromEntries(this.inputs.map(({ name, value }) => [name, value])) });
    }

    show(all) {
      const [row] = Object.entries(state.rowsOf(all, this.id));
      if (!row) return;
      this.row = row[0];
      for (const input of this.inputs) input.value = row[1].cells[input.name] ?? "";
    }
  }

  playbook.kind("pulse", Pulse);
}
