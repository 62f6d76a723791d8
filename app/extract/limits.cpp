#include "limits.h"

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ENTENTE_ADDRESS_SANITIZER
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define ENTENTE_ADDRESS_SANITIZER
#endif

namespace entente::extract {

namespace {

constexpr quint64 MostMemory = quint64(450) << 20; // bytes; what libraries map without using it included
constexpr quint64 MostSeconds = 120;               // of processor time

} // namespace

#ifdef Q_OS_WIN

void limitThisProcess(Files)
{
    const HANDLE job = CreateJobObjectW(nullptr, nullptr);
    if (!job)
        return;
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_PROCESS_MEMORY | JOB_OBJECT_LIMIT_PROCESS_TIME |
                                              JOB_OBJECT_LIMIT_ACTIVE_PROCESS | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION |
                                              JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    limits.BasicLimitInformation.ActiveProcessLimit = 1;
    limits.BasicLimitInformation.PerProcessUserTimeLimit.QuadPart = LONGLONG(MostSeconds) * 10'000'000; // of 100 nanoseconds
    limits.ProcessMemoryLimit = SIZE_T(MostMemory);
    if (SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits))
        AssignProcessToJobObject(job, GetCurrentProcess());
    // The handle stays open: closing it would end the process.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
}

#else

void limitThisProcess(Files files)
{
    const auto limit = [](auto resource, quint64 most) {
        const rlimit value = {static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
        return setrlimit(resource, &value) == 0;
    };
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CPU, MostSeconds);
#ifndef ENTENTE_ADDRESS_SANITIZER // which maps more than any limit
#ifdef RLIMIT_AS
    limit(RLIMIT_AS, MostMemory);
#endif
    limit(RLIMIT_DATA, MostMemory);
#endif
#ifdef RLIMIT_NPROC
    limit(RLIMIT_NPROC, 0);
#endif
    // What is open stays open: standard input and output.
    limit(RLIMIT_NOFILE, files == Files::None ? 0 : 64);
#ifdef Q_OS_LINUX
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

#endif

} // namespace entente::extract
