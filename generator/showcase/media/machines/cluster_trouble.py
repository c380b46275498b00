"""What goes wrong with a cluster as a whole, in one plain sentence."""

from __future__ import annotations


class ClusterTrouble(Exception):  # noqa: N818 - reads as the sentence that it prints
    """A cluster cannot be used; the message is a Chinese sentence with the cure."""


def unreachable(address: str, error: Exception) -> ClusterTrouble:
    """Return what to say when no connection to `address` came about."""
    if isinstance(error, OSError):
        return ClusterTrouble(f"{address} 没有回音。请先启动调度程序（dask scheduler），再核对地址和防火墙。")
    how = "地址写成 tcp://主机:端口；用 tls:// 的，先在 Dask 的设置里写好证书"
    return ClusterTrouble(f"{address} 不能用：{how}。")


def lost() -> ClusterTrouble:
    """Return what to say when the scheduler went away in the middle."""
    return ClusterTrouble("与集群的连接断了。做完的已经存好，再运行一次会接着做。")


def alone() -> ClusterTrouble:
    """Return what to say when no machine has been left for a while."""
    return ClusterTrouble("集群里一台机器也没有了。做完的已经存好；启动机器后再运行一次，会接着做。")


def other_program(theirs: str, ours: str) -> ClusterTrouble:
    """Return what to say of a machine that joined in the middle with another version."""
    return ClusterTrouble(f"中途加入的一台机器装的是 showcase {theirs}，这里是 {ours}。换成同一版本再运行。")
