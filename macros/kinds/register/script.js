// A register's own rows: each a small form with a field for each column, kept in the
// workspace like the lines of a checklist.

{
  const { button, element, history, labelled, state, store, w } = playbook;

  class Row {
    constructor(register, key) {
      Object.assign(this, { register, key, inputs: {} });
      this.legend = element("legend");
      this.place = element("fieldset", { className: "pb-row" }, this.legend);
      for (const column of register.columns) {
        const input = this.input(column);
        input.name = column.id;
        input.addEventListener("change", () => {
          history.edit(key, { cells: { [column.id]: input.value.trim() } });
        });
        this.inputs[column.id] = input;
        this.place.append(labelled(column.title, input));
      }
      this.place.append(button(w("js-row-delete"), () => this.remove()));
    }

    input({ type, values }) {
      if (type === "choice") {
        const options = [{ id: "", text: "" }, ...values].map(({ id, text }) =>
          element("option", { value: id, textContent: text }),
        );
        return element("select", {}, ...options);
      }
      if (type === "text") return element("textarea", { rows: 2, maxLength: 4000 });
      const input = element("input", { maxLength: 4000, autocomplete: "off" });
      if (type === "date") input.type = "date";
      if (type === "number") input.inputMode = "decimal";
      return input;
    }

    remove() {
      const line = store.lines()[this.key];
      if (line) history.clear({ [this.key]: line });
      else this.place.remove();
      this.register.add.focus();
    }

    show(line, number) {
      this.legend.textContent = number;
      for (const [id, input] of Object.entries(this.inputs)) {
        if (input !== document.activeElement) input.value = line?.cells?.[id] ?? "";
      }
    }
  }

  class Register {
    static fills = true; // paper can show what is filled in

    constructor(sheet) {
      const place = sheet.querySelector("[data-columns]");
      this.id = sheet.dataset.item;
      this.columns = JSON.parse(place.dataset.columns);
      this.rows = new Map();
      this.list = element("div", { className: "pb-rows__list" });
      this.undo = button(w("js-undo"), history.back);
      this.add = button(w("js-row-add"), () => this.fresh().inputs[this.columns[0].id].focus());
      const bar = element("div", { className: "pb-work" }, this.add, this.undo);
      place.append(this.list, bar);
      place.hidden = false;
    }

    fresh(key = `${this.id}/${state.rowId()}`) {
      const row = new Row(this, key);
      this.rows.set(key, row);
      this.list.append(row.place);
      row.show(undefined, this.list.children.length);
      return row;
    }

    show(all) {
      const kept = Object.keys(state.rowsOf(all, this.id));
      for (const [key, row] of this.rows) {
        if (kept.includes(key)) row.stored = true;
        // A row that was just added isn't kept yet; one that is gone was deleted somewhere.
        else if (row.stored) {
          row.place.remove();
          this.rows.delete(key);
        }
      }
      for (const key of kept) (this.rows.get(key) ?? this.fresh(key)).stored = true;
      [...this.list.children].forEach((place, index) => {
        const row = [...this.rows.values()].find((one) => one.place === place);
        row.show(all[row.key], index + 1);
      });
      this.undo.disabled = history.empty();
    }
  }

  playbook.kind("register", Register);
}
