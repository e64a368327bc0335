"""Where the cells of a table stand, with their spans."""


def placed(rows):
    """Yields (row, column, cell) for rows of cells that say how far they reach."""
    taken = set()
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            for down in range(cell.rows):
                for right in range(cell.columns):
                    taken.add((row + down, column + right))
            yield row, column, cell
            column += cell.columns


def caption(unit, table, yuan):
    return [f"部门：{unit}", table.mark, "单位：元" if yuan else "单位：万元"]


def document(accounts, tables, paragraphs):
    """The document as blocks: ("title" | "heading" | "paragraph" | "break", text) and ("table", table)."""
    year, unit = accounts.year, accounts.unit
    blocks = [("title", f"{unit}{year}年度部门决算"), ("break", ""), ("heading", f"第二部分　{year}年度部门决算表")]
    blocks += [("table", table) for table in tables]
    blocks += [("break", ""), ("heading", f"第三部分　{year}年度部门决算情况说明")]
    return blocks + [("paragraph", text) for text in paragraphs]
