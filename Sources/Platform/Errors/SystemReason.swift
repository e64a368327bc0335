import Glibc

/// Why the system refused something, in words.
package enum SystemReason {
    /// The reason with a number of `errno`; one that is seldom met goes by its number in Chinese.
    package static func words(_ code: Int32) -> Bilingual {
        Bilingual(chinese[code] ?? "系统错误（编号 \(code)）", String(cString: strerror(code)))
    }

    private static let chinese: [Int32: String] = [
        EPERM: "操作不被允许", ENOENT: "没有该文件或文件夹", EINTR: "操作被中断", EIO: "输入输出错误", ENXIO: "没有该设备",
        EBADF: "文件描述符无效", EAGAIN: "资源暂时不可用", ENOMEM: "内存不足", EACCES: "权限不足", EBUSY: "设备或资源正忙", EEXIST: "文件已存在",
        ENODEV: "没有该设备", ENOTDIR: "不是文件夹", EISDIR: "是文件夹", EINVAL: "参数无效", ENFILE: "系统打开的文件过多", EMFILE: "打开的文件过多",
        ETXTBSY: "文件正被执行", EFBIG: "文件过大", ENOSPC: "磁盘空间不足", EROFS: "文件系统只读", EMLINK: "链接过多", EPIPE: "管道已断开",
        ENAMETOOLONG: "文件名过长", ELOOP: "符号链接层数过多", EDQUOT: "超出磁盘配额", ESTALE: "文件句柄已失效", ETIMEDOUT: "操作超时",
        EXDEV: "不能跨设备移动文件", ENOTEMPTY: "文件夹不为空",
    ]
}
