package dev.taskstore.changelog;

/** The table of the audit trail, which the changelog file {@value #CHANGELOG} creates. */
public final class AuditTable {

  /** The name of the table. */
  public static final String NAME = "taskstore_audit";

  /** The changelog file, a resource of this module. */
  public static final String CHANGELOG = "dev/taskstore/change-log/audit-trail.xml";

  private AuditTable() {}
}
