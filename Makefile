# make help 列出全部目标。Every target goes through `setup`, which is quick once the machine is ready.
PYTHON ?= python3
VENV := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup setup-test demo test lint types pytest docs templates bench wheel clean

help: ## 列出这些目标 · list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## 准备好这台机器：系统软件包、字体、.venv · packages, fonts, virtual environment
	@$(PYTHON) setup

setup-test: setup ## 再装上比对用的 LibreOffice（装不了就跳过相应测试） · LibreOffice for the comparing tests
	@$(PYTHON) setup --tests

demo: setup ## 生成全部示例到 output/ · write the examples into output/: a campaign's whole set, two more documents
	@$(VENV)/docgen all data/example -o output/示例
	@$(VENV)/docgen plan data/xx-county -o output/XX县
	@$(VENV)/docgen notice data/state-council -o output/指导意见
	@echo "生成的文件在 output/：示例/清单.xlsx 列出整套文件"

test: setup-test lint types pytest ## 准备、风格、类型、引用约定、测试 · everything that must pass

lint: setup ## 风格与引用约定 · style and import contract
	$(VENV)/ruff check
	$(VENV)/ruff format --check
	$(VENV)/lint-imports

types: setup ## 类型检查 · static types
	$(VENV)/mypy

pytest: setup
	$(VENV)/python -m pytest

docs: setup ## 重新生成由程序写的文档 · rewrite the generated docs
	$(VENV)/python docs/build.py

templates: setup ## 由 templates/source 生成 Word 模板 · typeset the Word templates
	$(VENV)/docgen template build

bench: setup ## 测速 · benchmarks
	$(VENV)/python -m benchmarks

wheel: setup ## 打包到 dist/ · build the wheel
	$(VENV)/python -m build --wheel --no-isolation

clean: ## 删去生成的文件（.venv 和字体留着） · remove what was generated
	rm -rf output dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +
