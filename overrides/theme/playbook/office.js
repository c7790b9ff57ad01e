// A dated plan as a Word or an Excel file. Loaded, with the libraries that write such files,
// only when somebody asks for one.
//
// Both take the same: {title, language, facts: [[name, value]], warnings: [text],
// heads: [text], rows: [[day as YYYY-MM-DD, text, text, number, "", ""]]}; both promise a Blob.

{
  const WIDTHS = [12, 30, 20, 8, 14, 16]; // of the columns, as shares and as characters of A4
  const INK = "14324A"; // as on the pages: of titles, and of a table's head behind white
  const LINE = "B9B5A7";
  const LATIN = "Arial";
  const CHINESE = "Microsoft YaHei";
  const EMPTY = "";

  function word({ title, language, facts, warnings, heads, rows }) {
    const { BorderStyle, Document, HeadingLevel, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
    const said = (text, more = {}) => new Paragraph({ children: [new TextRun({ text: String(text), ...more })] });
    const total = WIDTHS.reduce((sum, width) => sum + width, 0);
    const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
    const cell = (text, index, head) =>
      new TableCell({
        width: { size: Math.round((100 * WIDTHS[index]) / total), type: WidthType.PERCENTAGE },
        margins: { top: 80, bottom: 80, left: 100, right: 100 },
        borders: { top: line, bottom: line, left: line, right: line },
        shading: head && { fill: INK },
        children: [said(text, head && { bold: true, color: "FFFFFF" })],
      });
    const row = (cells, head) =>
      new TableRow({ cantSplit: true, tableHeader: head, children: cells.map((text, index) => cell(text, index, head)) });
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
              new Paragraph({
                heading: HeadingLevel.TITLE,
                spacing: { after: 160 },
                children: [new TextRun({ text: title, bold: true, color: INK, size: 36 })],
              }),
              ...facts.map(([name, value]) => said(playbook.w("js-pair", { name, value }))),
              ...warnings.map((text) => said(`! ${text}`, { bold: true })),
              said(EMPTY),
              new Table({
                width: { size: 100, type: WidthType.PERCENTAGE },
                rows: [row(heads, true), ...rows.map((cells) => row(cells))],
              }),
            ],
          },
        ],
      }),
    );
  }

  function excel({ title, facts, warnings, heads, rows, names }) {
    const style = { borderStyle: "thin", borderColor: `#${LINE}`, alignVertical: "top" };
    const text = (value) => ({ ...style, type: String, value, wrap: true });
    const day = (value) => ({ ...style, type: Date, value: new Date(`${value}T00:00:00Z`), format: "yyyy-mm-dd", align: "left" });
    const cell = (value, index) => {
      if (value === EMPTY) return { ...style, value: null };
      if (index === 0) return day(value);
      return typeof value === "number" ? { ...style, type: Number, value } : text(value);
    };
    const head = heads.map((value) => ({
      ...text(value),
      fontWeight: "bold",
      height: 22, // points: Chinese is cut off in a row as low as Latin
      textColor: "#FFFFFF",
      backgroundColor: `#${INK}`,
    }));
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
        data: [
          [{ type: String, value: title, fontWeight: "bold", fontSize: 14, height: 26 }],
          ...[...facts, ...warnings.map((warning) => ["!", warning])].map((row) => row.map((value) => text(String(value)))),
        ],
        columns: [{ width: 30 }, { width: 60 }],
        orientation: "landscape",
      },
    ];
    return writeXlsxFile(sheets).toBlob();
  }

  playbook.office = { docx: word, xlsx: excel };
}
