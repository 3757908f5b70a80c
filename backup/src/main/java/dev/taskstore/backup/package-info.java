/**
 * Backups of databases and their restoration. {@link dev.taskstore.backup.Backup} writes archives,
 * which {@link dev.taskstore.backup.Restore} loads into an empty database of any dialect; {@link
 * dev.taskstore.backup.NativeBackup} copies databases that are local files.
 */
@NullMarked
package dev.taskstore.backup;

import org.jspecify.annotations.NullMarked;
