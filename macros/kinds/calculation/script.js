// Makes the figures of a calculation changeable and works out again what follows from them.
// Without this file the page shows the example with its arithmetic.
// The rules are those of macros/kinds/calculation/model.py.

{
  class Calculation {
    constructor(place) {
      calculate(place.querySelector(".pb-calculation"));
    }
  }

  function calculate(sheet) {
    const language = document.documentElement.lang;
    const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
    const short = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    const tenth = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const amount = (value) => whole.format(value).replace("-0", "0");
    const fields = new Map();

    const hint = document.createElement("p");
    hint.className = "pb-calculation__hint";
    hint.textContent = sheet.dataset.hint;
    const reset = document.createElement("button");
    reset.type = "button";
    reset.className = "pb-button";
    reset.textContent = sheet.dataset.reset;
    reset.addEventListener("click", () => {
      for (const field of fields.values()) field.value = field.dataset.value;
      work();
    });
    sheet.querySelector("table").before(hint, reset);

    for (const figure of sheet.querySelectorAll("[data-input]")) {
      const field = document.createElement("input");
      field.type = "number";
      field.min = 0;
      field.step = "any";
      field.required = true;
      field.className = "pb-calculation__field";
      field.dataset.value = field.value = Number(figure.dataset.value);
      field.setAttribute("aria-labelledby", `${figure.closest("tr").id}-name`);
      field.addEventListener("input", work);
      fields.set(figure.dataset.input, field);
      if ("percent" in figure.dataset) field.dataset.percent = "";
      figure.replaceChildren(field);
    }

    function work() {
      const values = new Map();
      const divided = new Set(
        [...sheet.querySelectorAll("[data-over]")].flatMap((term) => words(term.dataset.over)),
      );
      let sound = true;
      for (const [id, field] of fields) {
        const empty = divided.has(id) && Number(field.value) === 0;
        field.setCustomValidity(empty ? sheet.dataset.invalid : "");
        const wrong = !field.checkValidity();
        field.setAttribute("aria-invalid", wrong);
        field.title = wrong ? sheet.dataset.invalid : "";
        sound &&= !wrong;
        values.set(id, field.valueAsNumber / ("percent" in field.dataset ? 100 : 1));
        for (const place of sheet.querySelectorAll(`[data-shows="${id}"]`)) {
          const percent = "percent" in field.dataset;
          place.textContent = wrong
            ? "?"
            : short.format(field.valueAsNumber) + (percent ? "%" : "");
        }
      }
      const totals = { "gain": 0, "cost-a-year": 0, "cost-once": 0 };
      for (const row of sheet.querySelectorAll("[data-line]")) {
        let sum = 0;
        for (const term of row.querySelectorAll("[data-term]")) {
          const product = (ids) => words(ids).reduce((all, id) => all * values.get(id), 1);
          const value = product(term.dataset.times) / product(term.dataset.over);
          sum += "minus" in term.dataset ? -value : value;
        }
        totals[row.dataset.line] += sum;
        row.querySelector("[data-amount]").textContent = sound ? amount(sum) : "–";
      }
      const net = totals.gain - totals["cost-a-year"];
      const results = {
        ...totals,
        "net-a-year": net,
        "net-over": net * sheet.dataset.years - totals["cost-once"],
      };
      for (const [name, value] of Object.entries(results)) show(name, sound ? amount(value) : "–");
      const months = net > 0 ? tenth.format((totals["cost-once"] / net) * 12) : sheet.dataset.never;
      show("payback", sound ? months : "–");
    }

    function show(name, text) {
      sheet.querySelector(`[data-result="${name}"]`).textContent = text;
    }

    function words(text) {
      return text.split(" ").filter(Boolean);
    }
  }

  playbook.kind("calculation", Calculation);
}
