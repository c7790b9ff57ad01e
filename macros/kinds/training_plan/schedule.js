// When the sessions of a training plan are held: from the go-live date, the days on which
// people work, and how many learn and teach. Nothing here touches a page.
//
// Sessions are planned in their order, group after group. A session is held as many calendar
// days from go-live as the plan says; if nobody works then, it moves to the working day before
// (after go-live: to the one after). The trainer with the least to do that day takes it. A group
// that finds no free trainer, or has learnt enough for one day, takes the next working day, and
// never one before its last session.

{
  const DAY = 24 * 60 * 60 * 1000;
  const LESSONS = 360; // minutes a trainer teaches, and a group learns, on one day, at most
  const LONGEST = 366; // days that one line of days off may name

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
      if (Number.isNaN(first + last) || last < first || last - first >= LONGEST) unread.push(line);
      else for (let day = first; day <= last; day += 1) days.add(day);
    }
    return { days, unread };
  }

  // What trainers teach and groups learn on each day, in minutes.
  class Days {
    constructor(works, trainers) {
      Object.assign(this, { works, trainers, taught: new Map(), learnt: new Map() });
    }

    loads(day) {
      if (!this.taught.has(day)) this.taught.set(day, Array(this.trainers).fill(0));
      return this.taught.get(day);
    }

    // Whether people work on that day, and both the group and a trainer have the time.
    free(day, group, minutes) {
      const loads = [Math.min(...this.loads(day)), this.learnt.get(`${day} ${group}`) ?? 0];
      return this.works(day) && loads.every((load) => load === 0 || load + minutes <= LESSONS);
    }

    // Give the session to the trainer with the least to do; returns which, from 0.
    take(day, group, minutes) {
      const loads = this.loads(day);
      const trainer = loads.indexOf(Math.min(...loads));
      loads[trainer] += minutes;
      this.learnt.set(`${day} ${group}`, (this.learnt.get(`${day} ${group}`) ?? 0) + minutes);
      return trainer;
    }
  }

  // plan: {sessions: [{id, day, minutes}], least, most}. wishes: {golive: "YYYY-MM-DD",
  // weekdays: [1, 2, …] with 0 for Sunday, holidays: a text, learners, trainers, size of a group
  // or nothing, today: "YYYY-MM-DD" or nothing}. Returns {groups, entries: [{id, group, date,
  // minutes, trainer}], warnings: [{code, …}]}; groups and trainers are counted from 1.
  function schedule(plan, wishes) {
    const sessions = [...plan.sessions].sort((one, other) => one.day - other.day);
    const { days, unread } = daysOff(wishes.holidays ?? "");
    const works = (day) => wishes.weekdays.includes(weekday(day)) && !days.has(day);
    const golive = number(wishes.golive);
    const most = wishes.size || plan.most;
    const groups = Math.max(1, Math.ceil(wishes.learners / most));
    const warnings = unread.map((line) => ({ code: "unread", line }));
    const warn = (code, more) => warnings.push({ code, ...more });
    if (Math.floor(wishes.learners / groups) < plan.least) warn("few", { least: plan.least });
    if (most > plan.most) warn("crowded", { size: most, most: plan.most });
    if (!wishes.weekdays.length || wishes.trainers < 1) {
      warn("nobody", {});
      return { groups, entries: [], warnings };
    }
    if (!works(golive)) warn("golive", { date: written(golive) });
    // More trainers than there are sessions to give have nothing to do.
    const dayOf = new Days(works, Math.min(wishes.trainers, groups * sessions.length));
    const last = Array(groups).fill(-Infinity); // the day of each group's last session
    const entries = [];
    const end = golive + 800; // a calendar without working days comes to an end too
    for (const { id, day: from, minutes } of sessions) {
      const nominal = golive + from;
      const step = from < 0 ? -1 : 1;
      let start = nominal;
      while (!works(start) && Math.abs(start - nominal) < 400) start += step;
      for (let group = 0; group < groups; group += 1) {
        let day = Math.max(start, last[group]);
        while (day < end && !dayOf.free(day, group, minutes)) day += 1;
        if (day === end) return { groups, entries: [], warnings: [{ code: "nobody" }] };
        const trainer = dayOf.take(day, group, minutes);
        last[group] = day;
        entries.push({ id, group: group + 1, date: written(day), minutes, trainer: trainer + 1 });
        if (from < 0 && day >= golive) warn("late", { id, group: group + 1, date: written(day) });
      }
      if (start !== nominal) warn("moved", { id, from: written(nominal), to: written(start) });
    }
    const before = entries.filter(({ date }) => date < (wishes.today ?? "")).length;
    if (before) warn("past", { count: before, date: wishes.today });
    return { groups, entries, warnings };
  }

  playbook.schedule = schedule;
}
