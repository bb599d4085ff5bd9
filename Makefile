# Samsvar. `make` alone lists the targets.
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
BUILD = .build/release
# The Swift runtime goes into the program, so that it runs where no Swift is installed.
RELEASE = -c release --static-swift-stdlib
# Debian's packages: system libraries, pkg-config, and python3 for `make bench`.
PACKAGES = libicu-dev libstemmer-dev libxml2-dev libzip-dev zlib1g-dev libsqlite3-dev \
  libcurl4-openssl-dev pkg-config python3
# Debian keeps this header in a folder named by the processor.
CURL = $(firstword $(wildcard /usr/include/*/curl/curl.h) /usr/include/curl/curl.h)
HEADERS = /usr/include/sqlite3.h $(CURL) /usr/include/unicode/ubrk.h /usr/include/libstemmer.h \
  /usr/include/libxml2/libxml/xmlwriter.h /usr/include/zip.h /usr/include/zlib.h
SOURCES = Package.swift Sources Tests Plugins

.DEFAULT_GOAL := help
.PHONY: help demo build review test lint format bench gold docs manual install clean swift libraries

help: ## list the targets
	@echo "make TARGET, where TARGET is one of"
	@sed -n 's/^\([a-z]*\):.*## /  \1\t/p' $(MAKEFILE_LIST) | expand -t 14

demo: build ## install what is missing, build, run the example, say where the page lies
	@Examples/libya/run "$(CURDIR)/$(BUILD)/samsvar" "$(CURDIR)/Examples/libya/out"
	@echo
	@cat Examples/libya/out/check-errors.txt
	@echo
	@echo "The pages lie in Examples/libya/out; open one in a browser:"
	@echo "  $(CURDIR)/Examples/libya/out/article.html         the article and its translation"
	@echo "  $(CURDIR)/Examples/libya/out/summary-errors.html  a summary with planted errors"

build: libraries ## build the program (release)
	$(SWIFT) build $(RELEASE) --product samsvar

review: libraries ## build the review app, samsvar-review, beside the program (release)
	$(SWIFT) build $(RELEASE) --product samsvar-review

test: libraries ## build and run all tests
	$(SWIFT) test

lint: swift ## check format and house rules, and the tables of the core lexicon
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)
	Scripts/check-lexicon

format: swift ## put the sources into the house format
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

bench: build ## print speed, as ratios to something measured in the same run
	python3 Benchmarks/bench.py "$(CURDIR)/$(BUILD)/samsvar"

gold: build ## align and link the gold texts; fail when a score is below its target
	Gold/run "$(CURDIR)/$(BUILD)/samsvar"

docs: libraries ## build the reference of the library into .build/docs
	$(SWIFT) build --target Samsvar -Xswiftc -emit-symbol-graph \
	  -Xswiftc -emit-symbol-graph-dir -Xswiftc "$(CURDIR)/.build/symbol-graphs" \
	  --scratch-path .build-docs
	docc convert --fallback-display-name Samsvar --fallback-bundle-identifier samsvar \
	  --additional-symbol-graph-dir .build/symbol-graphs --output-path .build/docs
	@echo "The reference lies in .build/docs"

install: build ## install below PREFIX (program, data, completions, man page)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/samsvar" \
	  "$(DESTDIR)$(PREFIX)/share/man/man1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	install -m 755 $(BUILD)/samsvar "$(DESTDIR)$(PREFIX)/bin/samsvar"
	strip "$(DESTDIR)$(PREFIX)/bin/samsvar"
	cp -R $(BUILD)/samsvar_SamsvarText.resources/Languages \
	  $(BUILD)/samsvar_SamsvarText.resources/nb.words \
	  $(BUILD)/samsvar_SamsvarLexicon.resources/core.lexicon \
	  $(BUILD)/samsvar_SamsvarFormats.resources/Pages "$(DESTDIR)$(PREFIX)/share/samsvar/"
	cp -R Glossaries "$(DESTDIR)$(PREFIX)/share/samsvar/"
	cd "$(DESTDIR)$(PREFIX)" && bin/samsvar --generate-completion-script bash \
	  >share/bash-completion/completions/samsvar
	cd "$(DESTDIR)$(PREFIX)" && bin/samsvar --generate-completion-script zsh \
	  >share/zsh/site-functions/_samsvar
	cd "$(DESTDIR)$(PREFIX)" && bin/samsvar --generate-completion-script fish \
	  >share/fish/vendor_completions.d/samsvar.fish
	if [ -x $(BUILD)/samsvar-review ]; then \
	  install -m 755 $(BUILD)/samsvar-review "$(DESTDIR)$(PREFIX)/bin/samsvar-review"; \
	  strip "$(DESTDIR)$(PREFIX)/bin/samsvar-review"; \
	  cp -R $(BUILD)/samsvar_SamsvarWeb.resources/Assets "$(DESTDIR)$(PREFIX)/share/samsvar/"; fi
	install -d "$(DESTDIR)$(PREFIX)/share/doc/samsvar"
	install -m 644 LICENSE NOTICE README.md "$(DESTDIR)$(PREFIX)/share/doc/samsvar/"
	install -m 644 Documentation/samsvar.1 "$(DESTDIR)$(PREFIX)/share/man/man1/samsvar.1"

manual: libraries ## write Documentation/samsvar.1 anew, after a change of options
	$(SWIFT) package generate-manual --date 2026-01-01
	cp .build/plugins/GenerateManual/outputs/SamsvarCLI/samsvar.1 Documentation/samsvar.1

clean: ## remove what was built
	rm -rf .build .build-docs Examples/libya/out

swift:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Swift 6.3 or later is needed and is not on the PATH: https://www.swift.org/install"; exit 1; }
	@version=$$($(SWIFT) --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p'); \
	set -- $$version; \
	if [ "$${1:-0}" -lt 6 ] || { [ "$$1" -eq 6 ] && [ "$$2" -lt 3 ]; }; then \
	  echo "Swift 6.3 or later is needed; found: $$($(SWIFT) --version 2>&1 | head -n 1)"; exit 1; fi

libraries: swift
	@missing=; for header in $(HEADERS); do [ -e "$$header" ] || missing="$$missing $$header"; done; \
	if [ -n "$$missing" ]; then \
	  if ! command -v apt-get >/dev/null; then \
	    echo "These system libraries are needed: ICU (libicu), Snowball (libstemmer), libxml2, libzip, zlib,"; \
	    echo "with their headers, and pkg-config. Install them with your system's packages."; exit 1; fi; \
	  sudo=; [ "$$(id -u)" -eq 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && \
	    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(PACKAGES); fi
