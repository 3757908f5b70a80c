package dev.taskstore.db.migration;

import java.time.Instant;
import java.util.Optional;

/**
 * A changeset in the history of a database. Immutable.
 *
 * @param order its place in the order in which changesets were applied, which rises but may have
 *     gaps
 * @param file the file of the changelog that held it
 * @param id its identifier, unique together with author and file
 * @param author its author
 * @param appliedAt when it was applied, in whole seconds
 * @param checksum what Liquibase computed of its contents; nothing when checksums were cleared
 * @param tag the tag of the state after it, or nothing
 * @param deployment the number that all changesets of one update share, or nothing when it is
 *     unknown
 * @param isInChangelog whether the changelog still holds it; what it no longer holds cannot be
 *     taken back
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
