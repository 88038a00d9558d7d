"""The peers of the audit: each only finds numbers, in one text, and says how long it took.

Usage: figures_peer.py re|recognizers FILE BYTES
"""

import re
import sys
import time

PATTERN = re.compile(
    r"\d[\d,]*(?:\.\d+)?\s*(?:%|％|个百分点|亿元|万元|千元|元|万人次|万人|人次|人|批次|个|分|年|月|日)?")


def main():
    peer, path, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with open(path, "rb") as file:
        texts = [data.decode() for data in file.read(size).split(b"\0")[:-1]]
    if peer == "recognizers":
        from recognizers_number import Culture, NumberRecognizer
        model = NumberRecognizer(Culture.Chinese).get_number_model()
        model.parse("预算938.76万元")
        find = model.parse
    else:
        def find(text):
            return list(PATTERN.finditer(text))
    start = time.monotonic()
    count = sum(len(find(text)) for text in texts)
    seconds = time.monotonic() - start
    print(sum(len(text.encode()) + 1 for text in texts), count, seconds)


if __name__ == "__main__":
    main()
