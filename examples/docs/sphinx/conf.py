project = "Harbour handbook"
html_theme = "furo"
html_title = project
html_favicon = "icon.svg"
html_static_path = ["_static"]
html_js_files = [("plans/plan-comparator.js", {"type": "module"})]
