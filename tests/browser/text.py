"""A witness with a text browser, from the form to the thank-you page: `text.py URL TEXT`.

w3m in a terminal of its own. Its text boxes open an editor; here that is a program that writes the text.
"""

import os
import pty
import re
import select
import shutil
import stat
import sys
import tempfile
import time


def main(url: str, text: str) -> int:
    home = tempfile.mkdtemp(prefix="witness-")
    editor = os.path.join(home, "editor")
    words = os.path.join(home, "words")
    with open(words, "w", encoding="utf-8") as file:
        file.write(text)
    with open(editor, "w", encoding="utf-8") as file:
        file.write(f'#!/bin/sh\ncat "{words}" >"$1"\n')
    os.chmod(editor, stat.S_IRWXU)

    child, terminal = pty.fork()
    if child == 0:
        place = {"HOME": home, "EDITOR": editor, "TERM": "xterm", "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "LINES": "60", "COLUMNS": "100"}
        os.execvpe("w3m", ["w3m", "-o", "ssl_verify_server=0", "-o", f"editor={editor}", "-o", "confirm_qq=0", url], place)

    seen = ""

    def wait(seconds: float) -> None:
        nonlocal seen
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            ready, _, _ = select.select([terminal], [], [], 0.2)
            if ready:
                try:
                    seen += os.read(terminal, 65536).decode("utf-8", "replace")
                except OSError:
                    return

    def keys(what: str, seconds: float = 1.5) -> None:
        os.write(terminal, what.encode())
        wait(seconds)

    wait(4)
    keys("/alphabet\r")  # the question
    keys("\t")  # its box
    keys("\r", 3)  # the editor writes
    keys("/Only read it\r")
    keys("\t")
    keys("G", 1)
    keys("/Keys \r")  # the footer, behind the button
    keys("\x1b\t", 1)  # back to the button
    keys("\r", 8)
    os.write(terminal, b"q")
    plain = re.sub(r"\x1b[\[(][0-9;?]*[A-Za-z]", "", seen)
    done = "Thank you" in plain
    if not done:
        print(plain[-3000:])
    shutil.rmtree(home, ignore_errors=True)
    print("thanked" if done else "not thanked")
    return 0 if done else 1


sys.exit(main(sys.argv[1], sys.argv[2]))
