// When the sessions of a training plan are held: from the go-live date, the days on which
// people work, and how many learn and teach. Nothing here touches a page.
//
// Sessions are planned in their order, group after group. A session stands as many calendar
// days from go-live as the plan says; if nobody works then, it moves to the working day before
// (after go-live: to the one after). A group that finds no free trainer takes the next working
// day, and never one before its last session.

{
  const DAY = 24 * 60 * 60 * 1000;
  const TEACHING = 360; // minutes a trainer teaches on one day, at most

  const number = (text) => (playbook.state.isDay(text) ? Date.parse(`${text}T00:00:00Z`) / DAY : NaN);
  const written = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const weekday = (day) => new Date(day * DAY).getUTCDay(); // 0 is Sunday

  // The days off in a text: one a line, "2027-02-15" or from-to as "2027-02-15..2027-02-21".
  // What can't be read is told apart.
  function daysOff(text) {
    const days = new Set();
    const unread = [];
    for (const line of text.split(/\r?\n/).map((one) => one.trim()).filter(Boolean)) {
      const match = /^(\d{4}-\d\d-\d\d)(?:\s*(?:\.\.|–|~|至)\s*(\d{4}-\d\d-\d\d))?$/.exec(line);
      const [first, last] = match ? [number(match[1]), number(match[2] ?? match[1])] : [NaN, NaN];
      if (Number.isNaN(first + last) || last < first || last - first > 366) unread.push(line);
      else for (let day = first; day <= last; day += 1) days.add(day);
    }
    return { days, unread };
  }

  // plan: {sessions: [{id, day, minutes}], least, most}. wishes: {golive: "YYYY-MM-DD",
  // weekdays: [1, 2, …] with 0 for Sunday, holidays: a text, learners, trainers}.
  // Returns {groups, entries: [{id, group, date, minutes}], warnings: [{code, …}]}.
  function schedule(plan, wishes) {
    const { days, unread } = daysOff(wishes.holidays ?? "");
    const works = (day) => wishes.weekdays.includes(weekday(day)) && !days.has(day);
    const golive = number(wishes.golive);
    const groups = Math.max(1, Math.ceil(wishes.learners / plan.most));
    const warnings = unread.map((line) => ({ code: "unread", line }));
    const warn = (code, more) => warnings.push({ code, ...more });
    if (wishes.learners < plan.least) warn("few", { least: plan.least });
    if (!wishes.weekdays.length || wishes.trainers < 1) {
      warn("nobody", {});
      return { groups, entries: [], warnings };
    }
    if (!works(golive)) warn("golive", { date: written(golive) });
    const taught = new Map(); // minutes by day, all trainers together
    const last = Array(groups).fill(-Infinity); // the day of each group's last session
    const entries = [];
    const limit = golive + 800; // a calendar without working days comes to an end too
    for (const session of [...plan.sessions].sort((one, other) => one.day - other.day)) {
      const nominal = golive + session.day;
      const step = session.day < 0 ? -1 : 1;
      let start = nominal;
      while (!works(start) && Math.abs(start - nominal) < 400) start += step;
      for (let group = 0; group < groups; group += 1) {
        const free = (day) => {
          const minutes = taught.get(day) ?? 0;
          return works(day) && (minutes === 0 || minutes + session.minutes <= wishes.trainers * TEACHING);
        };
        let day = Math.max(start, last[group]);
        while (!free(day) && day < limit) day += 1;
        taught.set(day, (taught.get(day) ?? 0) + session.minutes);
        last[group] = day;
        entries.push({ id: session.id, group: group + 1, date: written(day), minutes: session.minutes });
        if (session.day < 0 && day >= golive) warn("late", { id: session.id, group: group + 1, date: written(day) });
      }
      if (start !== nominal) warn("moved", { id: session.id, from: written(nominal), to: written(start) });
    }
    return { groups, entries, warnings };
  }

  playbook.schedule = schedule;
}
