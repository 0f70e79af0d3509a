# What each target does is in `make help`. Everything else is cargo's work.
SHELL := /bin/bash
.DEFAULT_GOAL := help

export SQLX_OFFLINE := true
PROFILE ?= release
PORT ?= 8443
FUZZ_SECONDS ?= 60
PAGES ?= target/pages

## demo    the whole way of a testimony, from the form to an offline reader (PROFILE=dev builds faster, PORT=8443)
.PHONY: demo
demo:
	@PROFILE=$(PROFILE) PORT=$(PORT) deploy/demo.sh

## test    every test, with the real server and Postgres
.PHONY: test
test:
	@deploy/needs.sh test
	cargo nextest run --all-features

## soak    the long tests, at their full length
.PHONY: soak
soak:
	@deploy/needs.sh test
	AMANAT_SOAK=1 cargo nextest run --all-features -E 'test(losses) or test(memory) or test(kills) or test(damage) or test(total)'

## bench   speed, each as a ratio to what the machine can do at most
.PHONY: bench
bench:
	@deploy/needs.sh test
	cargo bench --features intake,desk --bench ratios

## published  writes docs/codebook.md and docs/testimony.schema.json after the questionnaire was changed
.PHONY: published
published:
	cargo run --quiet --features intake --bin amanat -- questionnaire codebook config/questionnaire.toml >docs/codebook.md
	cargo run --quiet --features intake --bin amanat -- questionnaire schema config/questionnaire.toml >docs/testimony.schema.json

## pages   a contact sheet of every page in every language, on phone, desktop and in the dark: PAGES=folder
.PHONY: pages
pages:
	@deploy/needs.sh test
	AMANAT_PAGES="$(abspath $(PAGES))" cargo nextest run --all-features -E 'test(no_page_is_wider)'
	@echo "Look at $(PAGES)/sheet-*.png, and at the pictures beside them."

## peers   scrubbing beside exiftool, mat2 and ffmpeg on the same files: CORPUS=folder CHECKER=program
.PHONY: peers
peers:
	@deploy/needs.sh peers
	@tests/scrub/peers.sh "$(CORPUS)" "$(CHECKER)"

## lint    formatting, clippy with none, each and both of the features, and cargo-deny if it is installed
.PHONY: lint
lint:
	cargo fmt --check
	cargo clippy --no-default-features --all-targets -- -D warnings
	cargo clippy --no-default-features --features intake --all-targets -- -D warnings
	cargo clippy --no-default-features --features desk --all-targets -- -D warnings
	cargo clippy --all-features --all-targets -- -D warnings
	cargo clippy --all-features --lib -- --cfg fuzzing -D warnings
	@if cargo deny --version >/dev/null 2>&1; then cargo deny --all-features check; fi

## sqlx    refreshes .sqlx after a query or a migration was changed
.PHONY: sqlx
sqlx:
	@deploy/needs.sh test
	@deploy/sqlx.sh

## fuzz    each fuzz target for FUZZ_SECONDS=60
.PHONY: fuzz
fuzz:
	@FUZZ_SECONDS=$(FUZZ_SECONDS) fuzz/run.sh

## clean-demo  removes what `make demo` made
.PHONY: clean-demo
clean-demo:
	@deploy/demo.sh clean

.PHONY: help
help:
	@sed -n 's/^## /  make /p' Makefile
