#!/usr/bin/env python3
"""Builds Sources/SamsvarText/Ordbank/nb.txt: the lemmas of Norsk Ordbank (Bokmål) with part of speech.

    python3 -m venv v && v/bin/pip install spacy-lookups-data==1.0.5
    v/bin/python Scripts/ordbank.py > Sources/SamsvarText/Ordbank/nb.txt

The tables in spacy-lookups-data were extracted from Norsk Ordbank in Norwegian Bokmål 2005, updated
2018-06-27 (CLARINO NB - Språkbanken, Nasjonalbiblioteket), licence CC BY 4.0; see NOTICE. Kept are lemmas
of letters and hyphens, in lower case, in alphabetical order (by code point); one a line, then a tab and
letters for the parts of speech: n noun, v verb, a adjective, d adverb.
"""
import collections
import gzip
import importlib.util
import json
import os
import re

FOLDER = os.path.join(os.path.dirname(importlib.util.find_spec("spacy_lookups_data").origin), "data")
LETTERS = {"noun": "n", "verb": "v", "adj": "a", "adv": "d"}
WORD = re.compile(r"[a-zæøåéèêàóòôüöä]+(-[a-zæøåéèêàóòôüöä]+)*")

with gzip.open(os.path.join(FOLDER, "nb_lemma_exc.json.gz")) as handle:
    tables = json.load(handle)
lemmas = collections.defaultdict(set)
for part, forms in tables.items():
    for candidates in forms.values():
        for lemma in candidates:
            if WORD.fullmatch(lemma):
                lemmas[lemma].add(LETTERS[part])
print("# Lemmas of Norsk Ordbank, Bokmål 2005 (2018-06-27), Språkbanken, Nasjonalbiblioteket. CC BY 4.0.")
print("# Built by Scripts/ordbank.py. n noun, v verb, a adjective, d adverb.")
for lemma in sorted(lemmas):
    print("%s\t%s" % (lemma, "".join(letter for letter in "nvad" if letter in lemmas[lemma])))
