"""推介表, 登记表 and 单独同意书 as empty papers, so that next year's packets come in clean."""
