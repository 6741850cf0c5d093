#include <libpq-fe.h>
#include <spawn.h>

// The private cluster starts its server with these functions of the GNU C
// library (2.34 and newer). spawn.h shows them only under _GNU_SOURCE, with
// which Swift does not read the system's headers.
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
enum { YARDSTICK_POSIX_SPAWN_SETSID = 0x80 };
