"""What independent programs read in our files, and files that they write.

    office.py read FILE       prints the rows of the first table, cells divided by |, then the comments
    office.py write FILE      writes a bilingual table of three rows
"""

import sys


def clean(text):
    return text.replace("\n", "\\n").replace("\t", "\\t")


def show(rows, comments=()):
    for row in rows:
        print("|".join(clean(str(cell if cell is not None else "")) for cell in row))
    for comment in comments:
        print("#", clean(comment))


ROWS = [
    ["ID", "Source (nb)", "Target (en)", "Status", "Comments"],
    ["1", "Kommunen åpner hagen.", "The municipality opens the garden.", "reviewed", ""],
    ["2", "A < B & «C»", "A < B & “C”", "translated", "Se på denne"],
    ["0003", "Uten motstykke.", "", "initial", ""],
]


def docx_read(path):
    import docx

    document = docx.Document(path)
    table = document.tables[0]
    show(
        [[cell.text for cell in row.cells] for row in table.rows],
        [f"{comment.author}: {comment.text}" for comment in document.comments],
    )


def docx_write(path):
    import docx

    document = docx.Document()
    document.add_heading("Hagen", 1)
    document.add_paragraph("Les og rett.")
    table = document.add_table(rows=0, cols=5)
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row):
            cell.text = text
    document.save(path)


def xlsx_read(path):
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.active
    show(sheet.iter_rows(values_only=True), [f"frozen at {sheet.freeze_panes}", f"{sheet.max_row} rows"])


def xlsx_write(path):
    import openpyxl

    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active["A3"] = 2
    book.save(path)


def odt_read(path):
    from odf import opendocument, table, teletype, text
    from odf.office import Annotation

    document = opendocument.load(path)
    # A copy: odfpy's own list shrinks while its elements are taken out.
    notes = list(document.getElementsByType(Annotation))
    comments = [" ".join(teletype.extractText(line) for line in note.getElementsByType(text.P)) for note in notes]
    for note in notes:
        note.parentNode.removeChild(note)
    rows = document.getElementsByType(table.Table)[0].getElementsByType(table.TableRow)
    show(
        [[teletype.extractText(cell) for cell in row.getElementsByType(table.TableCell)] for row in rows],
        comments,
    )


def odt_write(path):
    from odf import opendocument, table, text

    document = opendocument.OpenDocumentText()
    document.text.addElement(text.P(text="Les og rett."))
    grid = table.Table(name="Hagen")
    for row in ROWS:
        line = table.TableRow()
        for content in row:
            cell = table.TableCell()
            cell.addElement(text.P(text=content))
            line.addElement(cell)
        grid.addElement(line)
    document.text.addElement(grid)
    document.save(path)


if __name__ == "__main__":
    action, path = sys.argv[1:]
    globals()[f"{path.rsplit('.', 1)[-1]}_{action}"](path)
