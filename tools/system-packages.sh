#!/bin/sh
# system-packages.sh PACKAGE… -- TEST: install the Debian packages when TEST fails and we are root;
# otherwise say the one command that does it.
set -eu
packages=""
while [ "$1" != "--" ]; do packages="$packages $1"; shift; done
shift
if sh -c "$1" >/dev/null 2>&1; then exit 0; fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "还缺系统软件。请让管理员运行：sudo apt-get update && sudo apt-get install -y$packages" >&2
  exit 1
fi
echo "正在安装系统软件：$packages"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >/dev/null
# shellcheck disable=SC2086  # a list of words on purpose
apt-get install -y -qq --no-install-recommends $packages >/dev/null
if ! sh -c "$1" >/dev/null 2>&1; then
  echo "装好了$packages，但检查仍未通过：$1" >&2
  exit 1
fi
