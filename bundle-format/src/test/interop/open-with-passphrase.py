"""Runs `age -d` on FILE, types the passphrase and prints the plaintext.

age asks for a passphrase on its terminal only, so this gives it one.
usage: open-with-passphrase.py FILE PASSPHRASE
"""

import os
import pty
import sys

sealed, passphrase = sys.argv[1:]
plain = sealed + ".opened"
pid, terminal = pty.fork()
if pid == 0:
    os.execvp("age", ["age", "-d", "-o", plain, sealed])

shown = b""
typed = False
while True:
    try:
        piece = os.read(terminal, 1024)
    except OSError:
        break
    if not piece:
        break
    shown += piece
    if not typed and b"passphrase" in shown:
        os.write(terminal, passphrase.encode() + b"\n")
        typed = True

status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
if status != 0:
    sys.exit(f"age ended with {status}: {shown.decode(errors='replace')}")
with open(plain, "rb") as opened:
    sys.stdout.buffer.write(opened.read())
