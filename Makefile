# A thin face over scripts/.
.PHONY: demo test bench lint coverage clean
demo:
	@scripts/demo
test:
	@scripts/test
bench:
	@scripts/bench
lint:
	@scripts/lint
coverage:
	@scripts/coverage
clean:
	rm -rf .build demo
