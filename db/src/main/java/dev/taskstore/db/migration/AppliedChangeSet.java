package dev.taskstore.db.migration;

import java.time.Instant;
import java.util.Optional;

/**
 * An applied changeset in the history of a database. Immutable.
 *
 * @param order its position in the order of application; increasing, possibly with gaps
 * @param file the file of the changelog that contained it
 * @param id its identifier, unique in combination with author and file
 * @param author its author
 * @param appliedAt the time of application, truncated to seconds
 * @param checksum Liquibase's checksum of its contents; empty if checksums were cleared
 * @param tag the tag of the state after it, or empty
 * @param deployment the identifier that all changesets of one update have in common, or empty if it
 *     is unknown
 * @param isInChangelog whether the changelog still contains it; otherwise it cannot be rolled back
 */
public record AppliedChangeSet(
    int order,
    String file,
    String id,
    String author,
    Instant appliedAt,
    Optional<String> checksum,
    Optional<String> tag,
    Optional<String> deployment,
    boolean isInChangelog) {}
