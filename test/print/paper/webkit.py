"""Prints pages with WebKitGTK: webkit.py URL FILE URL FILE… Needs gir1.2-webkit2-4.1 and a display."""
import sys
import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

jobs = list(zip(sys.argv[1::2], sys.argv[2::2]))
window = Gtk.OffscreenWindow()
view = WebKit2.WebView()
window.add(view)
window.show_all()


def load_next():
    if jobs:
        view.load_uri(jobs[0][0])
    else:
        Gtk.main_quit()


def printed(_):
    jobs.pop(0)
    load_next()


def print_page():
    file = jobs[0][1]
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(file))
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    paper = Gtk.PageSetup()
    paper.set_paper_size(Gtk.PaperSize.new("iso_a4"))
    for margin in (paper.set_top_margin, paper.set_bottom_margin, paper.set_left_margin, paper.set_right_margin):
        margin(17, Gtk.Unit.MM)
    window.operation = WebKit2.PrintOperation.new(view)
    window.operation.set_print_settings(settings)
    window.operation.set_page_setup(paper)
    window.operation.connect("finished", printed)
    window.operation.connect("failed", lambda _, error: sys.exit(error.message))
    window.operation.print_()


def loaded(_, event):
    if event == WebKit2.LoadEvent.FINISHED:
        # Pictures are decoded after the page has been loaded.
        GLib.timeout_add(500, print_page)


view.connect("load-changed", loaded)
load_next()
Gtk.main()
