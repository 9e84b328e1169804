# Two commands matter: `make` builds Bulletin and the campaign, `make test` proves them. Both may be repeated at no cost.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: all build campaign test format lint bench preview clean packages test-packages

# The real campaign is of July 2024; its edition is made for a day of the second phase.
DAY := 2024-07-10
BULLETIN := .build/release/bulletin
STRICT := --explicit-target-dependency-import-check error
# Linked statically, the program starts sooner and runs on machines without the toolchain.
PRODUCT := -c release --static-swift-stdlib $(STRICT)
# The tests have a build folder of their own, so that neither build undoes the other.
TESTS := --scratch-path .build/tests $(STRICT)

# Libraries and fonts that the product needs, then programs that only its tests and benchmarks run.
PACKAGES := pkg-config libcmark-dev libpango1.0-dev libharfbuzz-dev librsvg2-dev libgdk-pixbuf-2.0-dev libqpdf-dev \
	libzbar-dev libicu-dev nettle-dev libdeflate-dev libxlsxwriter-dev mupdf-tools ghostscript \
	fonts-noto-cjk fonts-noto-cjk-extra fonts-lxgw-wenkai
TEST_PACKAGES := libqrencode-dev cmark qpdf poppler-utils zbar-tools chromium python3

all: campaign

packages:
	@tools/install-packages $(PACKAGES)

test-packages: packages
	@tools/install-packages $(TEST_PACKAGES)

build: packages
	@swift build $(PRODUCT) --product bulletin

campaign: build
	@$(BULLETIN) build --on $(DAY)

test: build test-packages
	@swift build $(TESTS) --build-tests
	@swift test $(TESTS) --skip-build --disable-xctest

# Rewrites every source file in the house's format.
format:
	@swift format --in-place --parallel --recursive Sources Tests Package.swift

# The same format, checked; any deviation fails.
lint:
	@swift format lint --strict --parallel --recursive Sources Tests Package.swift

# Ratios against named peers in the same run; see docs/benchmarks.md.
bench: build
	@tools/install-packages $(TEST_PACKAGES) python3-pip
	@tools/bench

# Opens the site in the browser of a desktop; elsewhere serves it on this machine alone.
preview: campaign
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] && command -v xdg-open >/dev/null; then xdg-open output/site/index.html; \
	else echo "http://127.0.0.1:8000/  (Ctrl-C ends)"; python3 -m http.server --bind 127.0.0.1 --directory output/site 8000; fi

clean:
	rm -rf .build
