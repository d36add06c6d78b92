# Everything a person needs; each target installs what it misses. Where a step is longer than a
# line it stands in scripts/.
.PHONY: network simulate fuzz run test setup ui demo team hub pictures bench lint

run:            ## build and open the app; without a display the same story as text
	@scripts/run.sh

test:           ## everything: house rules, Rust, interface, and the real window
	@scripts/test.sh

setup:          ## install what building and testing need
	@scripts/setup.sh test

ui:             ## build the interface into ui/dist
	@scripts/ui.sh

demo:           ## a hub and two laptops in temporary folders, a night's caseload, receipts
	@scripts/demo.sh

team:           ## an invented team of a real team's size in team/, or in FOLDER=; takes minutes
	@scripts/demo.sh --team $(or $(FOLDER),team)

hub:            ## a hub on this machine; DATA=folder and LISTEN=address:port may be given
	@scripts/setup.sh core
	cargo run --locked -p nabij-hub -- serve --listen $(or $(LISTEN),127.0.0.1:8787) --data $(or $(DATA),hub-data)

pictures:       ## photographs of the real window into assets/screenshots
	@scripts/setup.sh test
	@scripts/ui.sh
	cargo build --locked --workspace --bins
	node tests/e2e/run.mjs pictures

bench:          ## how fast search and typing are; FOLDER is a laptop's folder with a filled vault
	@scripts/setup.sh test
	@scripts/ui.sh
	cargo build --locked --workspace --bins
	cargo run --locked -p nabij-store --example search_speed
	node tests/e2e/run.mjs bench $(FOLDER)

simulate:       ## six laptops, two hubs and everything that can happen to them; SEEDS=from..to may be given
	@scripts/setup.sh core
	NABIJ_SEEDS=$(or $(SEEDS),0..400) cargo nextest run --locked --workspace --test simulation --success-output immediate

network:        ## real programs in network namespaces: found by mDNS; links cut, hub and laptops killed; ROUNDS may be given
	@scripts/setup.sh core
	cargo build --locked --workspace --bins
	@scripts/nearby.sh
	@scripts/network.sh $(or $(ROUNDS),200)

fuzz:           ## every decoder of bytes from outside, a minute each; SECONDS_EACH and TARGETS may be given
	@scripts/fuzz.sh

lint:           ## style, without building the app
	cargo fmt --all --check
	cd ui && npm run lint
