#!/usr/bin/env python3
"""Aligns a table of document pairs: spark-submit align.py PAIRS.jsonl OUT

PAIRS.jsonl has a line for each pair: {"id", "source", "target", "sourceLanguage", "targetLanguage"}. OUT gets a folder of
JSON Lines: {"id", "source", "target", "confidence"} for each bead with text on both sides.
"""
import json
import sys

from pyspark.sql import SparkSession


def job(line):
    pair = json.loads(line)
    pair["command"] = "align"
    return json.dumps(pair, ensure_ascii=False)


def beads(line):
    answer = json.loads(line)
    for source, target, confidence in answer.get("beads", []):
        if source and target:
            yield json.dumps({
                "id": answer["id"], "confidence": confidence,
                "source": " ".join(answer["source"][i] for i in source),
                "target": " ".join(answer["target"][i] for i in target)}, ensure_ascii=False)


if __name__ == "__main__":
    pairs, out = sys.argv[1:3]
    context = SparkSession.builder.appName("samsvar").getOrCreate().sparkContext
    context.textFile(pairs).map(job).pipe("samsvar worker").flatMap(beads).saveAsTextFile(out)
