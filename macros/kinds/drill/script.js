// A drill is answered in writing before rubric and model answers show. Each answer is kept in
// the workspace as a row of its own, and the first one stays as it was written.

{
  const { button, element, live, state, store, today, w } = playbook;
  const LEAST = 20; // characters, before there is something to compare

  class Drill {
    constructor(sheet) {
      const place = sheet.querySelector(".pb-drill");
      this.id = sheet.dataset.item;
      this.answers = place.querySelector(".pb-drill__answers");
      const ask = place.querySelector(".pb-drill__ask");
      this.text = element("textarea", { className: "pb-drill__yours", rows: 7, maxLength: 4000 });
      this.text.setAttribute("aria-labelledby", ask.id);
      this.text.addEventListener("input", () => this.offer());
      this.text.addEventListener("change", () => this.keep({ answer: this.text.value.trim() }));
      this.compare = button(w("js-drill-compare"), () => this.finish());
      this.again = button(w("js-drill-again"), () => this.restart());
      this.hint = element("p", { className: "pb-note pb-drill__hint", textContent: w("js-drill-first", { count: LEAST }) });
      this.earlier = element("ol", { className: "pb-note pb-drill__earlier" });
      this.bar = element("div", { className: "pb-work" }, this.compare, this.again);
      ask.after(this.text, this.hint, this.bar, this.earlier);
    }

    keep(cells) {
      this.row ??= `${this.id}/${state.rowId()}`;
      store.set(this.row, { cells: { day: today(), ...cells } });
    }

    finish() {
      this.keep({ answer: this.text.value.trim(), compared: today() });
      this.answers.open = true;
      this.answers.querySelector("summary").focus();
    }

    restart() {
      this.row = `${this.id}/${state.rowId()}`;
      this.fresh = true;
      this.text.value = "";
      this.show(store.lines());
      this.text.focus();
      live.textContent = w("js-drill-kept");
    }

    offer() {
      const enough = this.text.value.trim().length >= LEAST;
      this.compare.disabled = !enough;
      this.hint.hidden = enough;
    }

    // What is kept: the answers compared so far, and the one that is being written.
    show(all) {
      const rows = Object.entries(state.rowsOf(all, this.id)).sort(([, one], [, other]) => one.at - other.at);
      const compared = rows.filter(([, { cells }]) => cells?.compared);
      const open = rows.findLast(([, { cells }]) => cells && !cells.compared);
      this.fresh &&= !all[this.row];
      if (!this.fresh) this.row = (open ?? compared.at(-1))?.[0];
      const current = all[this.row]?.cells;
      const done = Boolean(current?.compared);
      if (this.text !== document.activeElement || done) this.text.value = current?.answer ?? "";
      this.text.readOnly = done;
      this.compare.hidden = done;
      this.again.hidden = !done;
      this.answers.hidden = !compared.length;
      if (!compared.length) this.answers.open = false;
      this.earlier.replaceChildren(
        ...compared
          .filter(([key]) => key !== this.row)
          .map(([, { cells }]) => element("li", { textContent: `${cells.day}: ${cells.answer}` })),
      );
      this.offer();
      if (done) this.hint.hidden = true;
    }
  }

  playbook.kind("drill", Drill);
}
