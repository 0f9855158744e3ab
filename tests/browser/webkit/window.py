"""A window of WebKit that its driver drives, with what the driver itself cannot set.

MiniBrowser, which comes with the driver, is never narrower than 447 pixels, and knows neither init
scripts nor paper. This window takes what a visitor has from its arguments. A page prints itself by
`webkit.messageHandlers.print.postMessage(path)`, and tells of trouble in the same way.
"""

import argparse
import os
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=900)
    parser.add_argument("--no-scripts", action="store_true", help="also none of the driver's")
    parser.add_argument("--print", help="the file into which each page is printed once it is loaded")
    parser.add_argument("--no-page-cache", action="store_true", help="no whole pages are kept for going back")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--reduced-motion", action="store_true")
    parser.add_argument("--init-script", help="the file of a script that runs before those of a page")
    parser.add_argument("--downloads", help="the folder for files that pages save, instead of the visitor's own")
    parser.add_argument("--trouble", help="the file that gets what pages tell of trouble, a line each")
    return parser.parse_args()


def print_page(view, path):
    """Prints the page on A4 into a file, which has its name only once it is complete."""
    partial = f"{path}.partial"
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, Path(partial).as_uri())
    setup = Gtk.PageSetup()
    setup.set_paper_size(Gtk.PaperSize.new("iso_a4"))
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.set_page_setup(setup)
    operation.connect("finished", lambda _: os.rename(partial, path))
    operation.print_()
    return operation


def keep_downloads(context, folder):
    """Puts what pages save into a folder, where each file has its name only once it is complete."""

    def decide(download, name):
        path = Path(folder, name)
        partial = path.with_name(f"{name}.partial")
        download.set_destination(partial.as_uri())
        download.connect("finished", lambda _: os.rename(partial, path))
        return True

    context.connect("download-started", lambda _, download: download.connect("decide-destination", decide))


def make_view(context, options):
    content = WebKit2.UserContentManager()
    if options.init_script:
        source = Path(options.init_script).read_text(encoding="utf-8")
        frames, start = WebKit2.UserContentInjectedFrames.ALL_FRAMES, WebKit2.UserScriptInjectionTime.START
        content.add_script(WebKit2.UserScript.new(source, frames, start, None, None))
    settings = WebKit2.Settings()
    settings.set_enable_javascript(not options.no_scripts)
    settings.set_enable_page_cache(not options.no_page_cache)
    # Without a graphics card, a drawing that is composed costs more than it saves.
    settings.set_hardware_acceleration_policy(WebKit2.HardwareAccelerationPolicy.NEVER)
    view = WebKit2.WebView(
        is_controlled_by_automation=True, settings=settings, user_content_manager=content, web_context=context
    )
    prints = []
    content.register_script_message_handler("print")
    content.connect(
        "script-message-received::print",
        lambda _, message: prints.append(print_page(view, message.get_js_value().to_string())),
    )
    if options.print:
        finished = WebKit2.LoadEvent.FINISHED
        view.connect("load-changed", lambda _, event: event == finished and prints.append(print_page(view, options.print)))
    if options.trouble:
        trouble = open(options.trouble, "a", encoding="utf-8", buffering=1)
        content.register_script_message_handler("trouble")
        content.connect(
            "script-message-received::trouble",
            lambda _, message: print(message.get_js_value().to_string(), file=trouble),
        )
    return view


def main():
    options = arguments()
    desktop = Gtk.Settings.get_default()
    desktop.set_property("gtk-application-prefer-dark-theme", options.dark)
    desktop.set_property("gtk-enable-animations", not options.reduced_motion)

    context = WebKit2.WebContext.new_ephemeral()
    context.set_automation_allowed(True)
    if options.downloads:
        keep_downloads(context, options.downloads)
    window = Gtk.Window(default_width=options.width, default_height=options.height, decorated=False)
    window.connect("destroy", Gtk.main_quit)
    view = make_view(context, options)
    window.add(view)
    window.show_all()
    view.grab_focus()

    def started(_, session):
        session.connect("create-web-view", lambda _: view)

    context.connect("automation-started", started)
    Gtk.main()


main()
