// A training plan with dates: what is asked for it, and the sessions day by day, as a
// timeline, on paper and for a calendar. The go-live date, working days and holidays belong
// to the project and are in each of its plans.

{
  const { button, element, labelled, live, load, notice, save, store, today, w } = playbook;
  const SHARED = "project/calendar/row-000000000000";
  const WEEK = [1, 2, 3, 4, 5, 6, 0]; // Monday first; 0 is Sunday
  const FIRST = { weekdays: "1,2,3,4,5", holidays: "", learners: "", size: "", trainers: "1" };

  const language = document.documentElement.lang;
  const named = (date, style) =>
    new Date(`${date}T00:00:00Z`).toLocaleDateString(language, { timeZone: "UTC", ...style });

  class Plan {
    constructor(sheet) {
      const place = sheet.querySelector("[data-plan]");
      this.id = sheet.dataset.item;
      this.own = `${this.id}/row-000000000000`;
      this.plan = JSON.parse(place.dataset.plan);
      this.name = place.dataset.title;
      this.heads = JSON.parse(place.dataset.heads);
      const field = (name, type, more = {}) => {
        const input = type === "textarea" ? element("textarea", { rows: 3, maxLength: 4000 }) : element("input", { type, ...more });
        input.name = name;
        input.addEventListener("change", () => this.keep(name, input.value.trim()));
        return input;
      };
      this.fields = {
        golive: field("golive", "date"),
        learners: field("learners", "number", { min: 1, max: 2000, placeholder: String(this.plan.most) }),
        size: field("size", "number", { min: 1, max: 200, placeholder: String(this.plan.most) }),
        trainers: field("trainers", "number", { min: 1, max: 100 }),
        holidays: field("holidays", "textarea"),
      };
      this.days = WEEK.map((day) => {
        const box = element("input", { type: "checkbox", value: String(day), className: "pb-tick" });
        box.addEventListener("change", () => this.keep("weekdays", this.chosen().join(",")));
        return box;
      });
      // 2026-11-23 was a Monday: the days of a week have their names from one.
      const names = WEEK.map((_, index) => named(`2026-11-${23 + index}`, { weekday: "short" }));
      const days = element(
        "fieldset",
        { className: "pb-plan__days" },
        element("legend", { textContent: w("js-plan-weekdays") }),
        ...this.days.map((box, index) => element("label", {}, box, ` ${names[index]}`)),
      );
      const form = element("div", { className: "pb-plan__form" });
      for (const [name, input] of Object.entries(this.fields)) form.append(labelled(w(`js-plan-${name}`), input));
      form.append(days);
      this.warnings = element("ul", { className: "pb-plan__warnings" });
      this.warnings.setAttribute("aria-live", "polite");
      this.timeline = element("ol", { className: "pb-timeline pb-plain" });
      this.files = element(
        "div",
        { className: "pb-work" },
        button(w("js-plan-calendar"), () => this.exportCalendar()),
        button(w("js-plan-word"), () => this.write("docx")),
        button(w("js-plan-excel"), () => this.write("xlsx")),
      );
      place.append(form, this.warnings, this.timeline, this.files);
      place.hidden = false;
    }

    chosen = () => this.days.filter((box) => box.checked).map((box) => Number(box.value));

    keep(name, value) {
      const shared = ["golive", "weekdays", "holidays"].includes(name);
      store.set(shared ? SHARED : this.own, { cells: { [name]: value } });
    }

    title = (id) => this.plan.sessions.find((session) => session.id === id).title;

    show(all) {
      const cells = { ...FIRST, ...all[SHARED]?.cells, ...all[this.own]?.cells };
      for (const [name, input] of Object.entries(this.fields)) {
        if (input !== document.activeElement) input.value = cells[name] ?? "";
      }
      const weekdays = cells.weekdays.split(",").filter(Boolean).map(Number);
      for (const box of this.days) box.checked = weekdays.includes(Number(box.value));
      const dated = Boolean(cells.golive);
      this.files.hidden = this.timeline.hidden = !dated;
      this.warnings.replaceChildren();
      this.result = null;
      if (!dated) return;
      this.result = playbook.schedule(this.plan, {
        ...cells,
        weekdays,
        learners: Number(cells.learners) || this.plan.most,
        size: Number(cells.size),
        trainers: Number(cells.trainers),
        today: today(),
      });
      this.draw(cells.golive);
    }

    warningTexts = () =>
      this.result.warnings.map(({ code, id, ...more }) =>
        w(`js-plan-${code}-warning`, { ...more, title: id ? this.title(id) : "" }),
      );

    // Who has a session, as far as there is a choice: group 2 · trainer 1.
    who({ group, trainer }) {
      const { entries, groups } = this.result;
      const several = entries.some((entry) => entry.trainer > 1);
      return [groups > 1 && w("js-plan-group", { group }), several && w("js-plan-trainer", { trainer })]
        .filter(Boolean)
        .join(" · ");
    }

    // Days in their order, the go-live among them.
    draw(golive) {
      const { entries } = this.result;
      this.warnings.replaceChildren(...this.warningTexts().map((textContent) => element("li", { textContent })));
      const days = [...new Set([...entries.map(({ date }) => date), golive])].sort();
      const style = { year: "numeric", month: "long", day: "numeric", weekday: "long" };
      this.timeline.replaceChildren(
        ...days.map((date) => {
          const held = entries.filter((entry) => entry.date === date);
          const list = element("ul");
          for (const entry of held) {
            const parts = [this.title(entry.id), this.who(entry), w("js-plan-minutes", entry)];
            list.append(element("li", { textContent: parts.filter(Boolean).join(" · ") }));
          }
          const time = element("time", { dateTime: date, textContent: named(date, style) });
          const day = element("li", { className: "pb-timeline__day" }, time);
          if (date === golive) {
            day.classList.add("pb-timeline__day--golive");
            day.append(element("strong", { textContent: w("js-plan-golive-day") }));
          }
          if (held.length) day.append(list);
          return day;
        }),
      );
    }

    exportCalendar() {
      const events = this.result.entries.map((entry) => ({
        key: `${this.id}/${entry.id}/${entry.group}`,
        day: entry.date,
        at: Date.now(),
        text: [this.title(entry.id), this.who(entry)].filter(Boolean).join(" · "),
        note: w("js-plan-minutes", entry),
      }));
      save(`${this.id.replace("/", "-")}.ics`, playbook.calendar(events, location.href), "text/calendar");
      live.textContent = w("js-plan-handed", { count: events.length });
    }

    // The plan as a Word or Excel file, with room for trainer and note.
    async write(format) {
      const { entries } = this.result;
      const facts = ["golive", "learners", "size", "trainers"].map((name) => [
        w(`js-plan-${name}`),
        this.fields[name].value || this.fields[name].placeholder,
      ]);
      const content = {
        title: this.name,
        language,
        facts,
        warnings: this.warningTexts(),
        heads: this.heads,
        names: [w("js-plan-dates-sheet"), w("js-plan-facts-sheet")],
        rows: entries.map((entry) => [
          entry.date,
          this.title(entry.id),
          this.who(entry),
          entry.minutes,
          "",
          "",
        ]),
      };
      try {
        const library = { docx: "vendor/docx-9.15.2.js", xlsx: "vendor/write-excel-file-4.1.1.js" }[format];
        await load(library, "office.js");
        save(`${this.id.replace("/", "-")}.${format}`, await playbook.office[format](content));
        live.textContent = w("js-plan-handed", { count: entries.length });
      } catch (error) {
        notice.textContent = w("js-plan-unwritten", { detail: error.message ?? "" });
        notice.hidden = false;
      }
    }
  }

  playbook.kind("training-plan", Plan);
}
