// Days as a calendar file (RFC 5545), which calendar programs and phones take in.

{
  const LONGEST = 74; // octets of a line; the break itself begins with a space

  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

  // A long line goes on after a break and a space; no character is cut in two.
  function folded(line) {
    const rows = [""];
    let octets = 0;
    for (const sign of line) {
      const more = new TextEncoder().encode(sign).length;
      if (octets + more > LONGEST) {
        rows.push(" ");
        octets = 1;
      }
      rows[rows.length - 1] += sign;
      octets += more;
    }
    return rows.join("\r\n");
  }

  const stamp = (at) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");

  // events: {key, day: "YYYY-MM-DD", text, note, at}. url: where they come from.
  playbook.calendar = (events, url) =>
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//ERP communication playbook//EN",
      ...events.flatMap(({ key, day, text, note = "", at }) => [
        "BEGIN:VEVENT",
        `UID:${key.replaceAll("/", ".")}@erp-communication-playbook`,
        `DTSTAMP:${stamp(at)}`,
        `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
        `SUMMARY:${escaped(text)}`,
        `DESCRIPTION:${escaped(note)}`,
        `URL:${url}`,
        "END:VEVENT",
      ]),
      "END:VCALENDAR",
      "",
    ]
      .map(folded)
      .join("\r\n");
}
