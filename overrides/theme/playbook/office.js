// A dated plan as a Word or an Excel file. Loaded, with the libraries that write such files,
// only when somebody asks for one.
//
// Both take the same: {title, language, facts: [[name, value]], warnings: [text],
// heads: [text], rows: [[day as YYYY-MM-DD, text, text, number, "", ""]]}; both promise a Blob.

{
  const WIDTHS = [14, 40, 12, 10, 18, 24]; // of the columns, as shares and as characters
  const LATIN = "Arial";
  const CHINESE = "Microsoft YaHei";
  const EMPTY = "";

  function word({ title, language, facts, warnings, heads, rows }) {
    const { Document, HeadingLevel, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
    const said = (text, more = {}) => new Paragraph({ children: [new TextRun({ text: String(text), ...more })] });
    const total = WIDTHS.reduce((sum, width) => sum + width, 0);
    const cell = (text, index, more) =>
      new TableCell({
        width: { size: Math.round((100 * WIDTHS[index]) / total), type: WidthType.PERCENTAGE },
        margins: { top: 60, bottom: 60, left: 90, right: 90 },
        children: [said(text, more)],
      });
    const row = (cells, more = {}, bold = false) =>
      new TableRow({ cantSplit: true, ...more, children: cells.map((text, index) => cell(text, index, { bold })) });
    const font = { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: CHINESE };
    return Packer.toBlob(
      new Document({
        title,
        creator: EMPTY,
        lastModifiedBy: EMPTY,
        description: EMPTY,
        styles: { default: { document: { run: { font, size: 20, language: { value: language, eastAsia: "zh-CN" } } } } },
        sections: [
          {
            properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
            children: [
              new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
              ...facts.map(([name, value]) => said(`${name}: ${value}`)),
              ...warnings.map((text) => said(`! ${text}`, { bold: true })),
              said(EMPTY),
              new Table({
                width: { size: 100, type: WidthType.PERCENTAGE },
                rows: [row(heads, { tableHeader: true }, true), ...rows.map((cells) => row(cells))],
              }),
            ],
          },
        ],
      }),
    );
  }

  function excel({ facts, warnings, heads, rows, names }) {
    const text = (value) => ({ type: String, value, wrap: true, alignVertical: "top" });
    const day = (value) => ({ type: Date, value: new Date(`${value}T00:00:00Z`), format: "yyyy-mm-dd", alignVertical: "top" });
    const cell = (value, index) => {
      if (value === EMPTY) return null;
      if (index === 0) return day(value);
      return typeof value === "number" ? { type: Number, value, alignVertical: "top" } : text(value);
    };
    const head = heads.map((value) => ({ ...text(value), fontWeight: "bold" }));
    const sheets = [
      {
        sheet: names[0],
        data: [head, ...rows.map((row) => row.map(cell))],
        columns: WIDTHS.map((width) => ({ width })),
        stickyRowsCount: 1,
        orientation: "landscape",
      },
      {
        sheet: names[1],
        data: [...facts, ...warnings.map((warning) => ["!", warning])].map((row) => row.map((value) => text(String(value)))),
        columns: [{ width: 30 }, { width: 70 }],
      },
    ];
    return writeXlsxFile(sheets).toBlob();
  }

  playbook.office = { docx: word, xlsx: excel };
}
