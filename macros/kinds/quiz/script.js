// A quiz that is answered in the page: checked, explained, scored, tried again. Each result is
// kept in the workspace as a row of its own, and prints as a record of completion.

{
  const { button, element, labelled, live, page, state, store, today, w } = playbook;

  class Question {
    constructor(place) {
      Object.assign(this, { place, type: place.dataset.type });
      this.options = [...place.querySelectorAll("[data-option]")];
      this.verdict = element("p", { className: "pb-verdict", hidden: true });
      this.answer = place.querySelector(".pb-answer");
      place.setAttribute("role", "group");
      place.setAttribute("aria-label", place.querySelector(".pb-quiz__ask").textContent.trim());
      this.inputs = this.options.map((option) => this.input(option));
      this.answer.before(this.verdict);
    }

    input(option) {
      const text = option.textContent.trim();
      const box = option.querySelector(".pb-box");
      if (this.type === "order") {
        const places = ["", ...this.options.map((_, index) => String(index + 1))];
        const choice = element("select", {}, ...places.map((n) => element("option", { value: n, textContent: n })));
        choice.setAttribute("aria-label", w("js-quiz-place", { text }));
        box.replaceWith(choice);
        return choice;
      }
      const input = element("input", { name: this.place.id, className: "pb-tick" });
      input.type = this.type === "one" ? "radio" : "checkbox";
      const label = element("label", { className: "pb-option" }, input, element("span", { textContent: text }));
      option.replaceChildren(label);
      return input;
    }

    answered() {
      if (this.type === "order") return this.inputs.every((input) => input.value);
      return this.inputs.some((input) => input.checked);
    }

    right() {
      return this.options.every(({ dataset }, index) => {
        const input = this.inputs[index];
        return this.type === "order" ? input.value === dataset.option : input.checked === (dataset.option === "right");
      });
    }

    judge() {
      const right = this.right();
      this.verdict.textContent = w(right ? "js-quiz-right" : "js-quiz-wrong");
      this.verdict.dataset.right = right;
      this.verdict.hidden = false;
      this.answer.open = true;
      for (const input of this.inputs) input.disabled = true;
      return right;
    }

    clear() {
      this.verdict.hidden = true;
      this.answer.open = false;
      for (const input of this.inputs) {
        input.disabled = input.checked = false;
        if (this.type === "order") input.value = "";
      }
    }
  }

  class Quiz {
    constructor(sheet) {
      const place = sheet.querySelector("[data-needed]");
      this.id = sheet.dataset.item;
      this.title = place.dataset.title;
      this.needed = Number(place.dataset.needed);
      this.questions = [...place.querySelectorAll(".pb-quiz")].map((one) => new Question(one));
      this.score = element("p", { className: "pb-score", tabIndex: -1, hidden: true });
      this.check = button(w("js-quiz-check"), () => this.finish());
      this.again = button(w("js-quiz-again"), () => this.restart());
      this.earlier = element("ul", { className: "pb-note pb-earlier" });
      this.record = element("section", { className: "pb-record", hidden: true });
      this.again.hidden = true;
      place.append(element("div", { className: "pb-work" }, this.check, this.again), this.score, this.earlier, this.record);
    }

    finish() {
      const open = this.questions.filter((question) => !question.answered());
      this.score.hidden = false;
      if (open.length) {
        this.score.textContent = w("js-quiz-missing", { count: open.length });
        live.textContent = this.score.textContent;
        open[0].inputs[0].focus();
        return;
      }
      const right = this.questions.filter((question) => question.judge()).length;
      const counts = { right, of: this.questions.length, needed: this.needed };
      this.score.textContent = w(right >= this.needed ? "js-quiz-passed" : "js-quiz-failed", counts);
      this.check.hidden = true;
      this.again.hidden = false;
      const cells = { day: today(), right: String(right), of: String(counts.of), version: page.version };
      store.set(`${this.id}/${state.rowId()}`, { cells });
      this.score.focus();
    }

    restart() {
      for (const question of this.questions) question.clear();
      this.score.hidden = this.again.hidden = true;
      this.check.hidden = false;
      this.questions[0].inputs[0].focus();
    }

    // The results that are kept, the last one as a record.
    show(all) {
      const results = Object.values(state.rowsOf(all, this.id))
        .filter(({ cells }) => cells?.of)
        .sort((one, other) => one.at - other.at)
        .map(({ cells }) => cells);
      this.earlier.replaceChildren(
        ...results.map((cells) => element("li", { textContent: w("js-quiz-earlier", cells) })),
      );
      const last = results.at(-1);
      this.record.hidden = !last;
      if (last) this.certify(last);
    }

    certify({ day: done, right, of, version }) {
      const passed = Number(right) >= this.needed;
      const name = element("input", { value: store.index().me, autocomplete: "name", maxLength: 100 });
      name.setAttribute("aria-label", w("js-record-name"));
      name.addEventListener("change", () => store.setMe(name.value));
      const facts = [
        [w("js-record-name"), name],
        [w("js-record-quiz"), this.title],
        [w("js-record-day"), done],
        [w("js-record-version"), version || w("js-record-copy")],
        [w("js-record-score"), w(passed ? "js-quiz-passed" : "js-quiz-failed", { right, of, needed: this.needed })],
      ];
      this.record.replaceChildren(
        element("h2", { textContent: w("js-record-title") }),
        element(
          "dl",
          { className: "pb-record__facts" },
          ...facts.map(([name, value]) =>
            element("div", {}, element("dt", { textContent: name }), element("dd", {}, value)),
          ),
        ),
        element("p", { textContent: w("js-record-self") }),
        button(w("js-record-print"), () => {
          document.documentElement.classList.add("pb-record-only");
          print();
          document.documentElement.classList.remove("pb-record-only");
        }),
      );
    }
  }

  playbook.kind("quiz", Quiz);
}
