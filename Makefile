# 每个目标都会先装好自己需要的东西；在全新的 Debian 上只要 python3、make、git。
# Every target installs what it needs first; a bare Debian machine with python3, make and git will do.

PYTHON ?= python3
BIN := .venv/bin
JOBS ?= 2
# 与 Pagefind 比查找时资料的份数：它建 20,000 份要好几分钟；make bench RECORDS=2000 快些
RECORDS ?= 20000
# 指明了存储的（环境变量 SHOWCASE_STORE），另装连接存储的部分
STORE := $(if $(SHOWCASE_STORE),.venv/.ready-store)
NPM := tests/npm/node_modules
TOOLS := tests/browsers/node_modules

.PHONY: site serve check annotate comment preview removals verify test test-slow bench pictures clean lint lock browser firefox fonts tracer servers office wheel help

help:              ## 列出全部目标
	@grep -hE '^[a-z-]+: .*##|^[a-z-]+:  *##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/' | expand -t 14

site: .venv/.ready $(STORE) fonts ## 由 content/ 与 media/ 生成 site/
	$(BIN)/showcase build

serve: .venv/.ready fonts ## 本机预览，改了资料自动刷新
	$(BIN)/showcase serve

check: .venv/.ready ## 检查全部资料，列出问题
	$(BIN)/showcase check

annotate: .venv/.ready ## 检查，问题写成 GitHub 的批注
	$(BIN)/showcase check --format github

comment: .venv/.ready ## 检查结果写成一条留言：.cache/comment.md
	@mkdir -p .cache
	$(BIN)/showcase check --format comment > .cache/comment.md || test $$? = 1

preview: .venv/.ready fonts ## 内部预览，放在 preview/，带水印
	$(BIN)/showcase build --preview --site-dir preview

removals: .venv/.ready ## 只发布撤下的：从上次的 site/ 里删去，即使别的资料有错
	$(BIN)/showcase build --removals

verify: .venv/.ready ## 查做好的网站里有没有个人信息
	$(BIN)/showcase check --site site

# A file's tests run in one process, which makes its fixtures once.
test: .venv/.ready-test browser tracer servers lint ## 全部测试（15 分钟以内）
	$(BIN)/pytest -n $(JOBS) --dist loadfile -m "not slow"

test-slow: .venv/.ready-test browser tracer servers office firefox ## 穷举的测试
	$(BIN)/pytest -n $(JOBS) -m slow

lint: .venv/.ready-test ## 格式、类型、分层
	$(BIN)/ruff check generator tests tools
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.ready-test browser firefox ## 测规则、资料包的耗时，与 Hugo 比速度，与 Pagefind 比查找，给网页打分
	$(BIN)/python tests/benchmarks/rules_cost.py
	$(BIN)/python tests/benchmarks/against_hugo.py
	$(BIN)/python tests/benchmarks/find_against_pagefind.py --records $(RECORDS)
	$(BIN)/python tests/benchmarks/find_against_pagefind.py --records $(RECORDS) --short-mean --alone
	$(BIN)/python tests/benchmarks/find_recall.py --records $(RECORDS)
	$(BIN)/python tests/benchmarks/film_jobs.py
	$(BIN)/python tests/benchmarks/kits_cost.py
	$(BIN)/python tests/benchmarks/photos_against_pyvips.py
	$(BIN)/python tests/benchmarks/lighthouse.py

pictures: .venv/.ready-test browser fonts ## 重拍 README 和文档里的图
	$(BIN)/python -m tools.docs.pictures

wheel: .venv/.ready-test ## 打成 wheel，放在 dist/
	$(BIN)/python -m build --no-isolation --wheel

clean:             ## 删除生成的一切（原始资料不动）
	rm -rf site preview .site.lock .preview.lock .cache media/derivatives build dist .mypy_cache .ruff_cache .pytest_cache

lock: .venv/.ready-test ## 重新锁定依赖的版本与校验值
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--extra build -o requirements/run.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--extra build --extra test -c requirements/run.txt -o requirements/test.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--extra build --extra store -c requirements/test.txt -o requirements/store.txt pyproject.toml

# System packages: installed when we are root, else the one command is named.
.venv/bin/python:
	@sh tools/system-packages.sh python3-venv ca-certificates -- '$(PYTHON) -c "import ensurepip, ssl"'
	$(PYTHON) -m venv .venv

.venv/.ready: requirements/run.txt pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/.ready-store: .venv/.ready requirements/store.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/store.txt
	@touch $@

.venv/.ready-test: .venv/.ready requirements/test.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

fonts:             ## 画转发图片用的宋体，海报用的楷体；装不上就用随附的黑体
	@test "$$(id -u)" != 0 || sh tools/system-packages.sh fonts-noto-cjk fonts-lxgw-wenkai -- 'test -d /usr/share/fonts/opentype/noto && test -d /usr/share/fonts/truetype/lxgw-wenkai' || true

tracer:            ## 测试要用的 strace：看程序打开了什么
	@sh tools/system-packages.sh strace -- 'strace --version'

servers:           ## 测试要用的 OpenSSH（当作 SFTP 存储）和 nginx（读部署文档里的配置），只在本机
	@sh tools/system-packages.sh openssh-server nginx-light -- 'test -x /usr/sbin/sshd && command -v ssh-keygen && test -x /usr/sbin/nginx'

office:            ## 测试要用的 LibreOffice：看写出的表格、文稿能不能打开
	@sh tools/system-packages.sh libreoffice-calc libreoffice-impress libreoffice-writer fonts-noto-cjk -- 'command -v soffice && cd /usr/lib/libreoffice/program && test -e libsclo.so && test -e libsdlo.so && test -e libswlo.so'

browser: $(NPM)/.ready ## 测试要用的浏览器（今天的和 2023 年的）与中文字体
	@sh tools/system-packages.sh chromium fontconfig fonts-noto-cjk -- 'test -x /usr/bin/chromium && fc-list | grep -q NotoSerifCJK'

# What tests take from npm: axe, and a Chromium 109 (it runs on the libraries that today's brings along).
$(NPM)/.ready: $(addprefix tests/npm/,package-lock.json unpack.js .npmrc)
	@sh tools/system-packages.sh nodejs npm -- 'node --version && npm --version'
	@cd tests/npm && npm ci --ignore-scripts --loglevel=error >/dev/null && node unpack.js
	@touch $@

firefox: browser $(TOOLS)/.ready ## 慢的测试要用的 Firefox 和 Lighthouse
	@sh tools/system-packages.sh firefox-esr -- 'command -v firefox-esr'

# What drives Firefox, and Lighthouse: for slow tests and benchmarks only.
$(TOOLS)/.ready: $(addprefix tests/browsers/,package-lock.json .npmrc)
	@sh tools/system-packages.sh nodejs npm -- 'node --version && npm --version'
	@cd tests/browsers && npm ci --ignore-scripts --loglevel=error >/dev/null
	@touch $@
