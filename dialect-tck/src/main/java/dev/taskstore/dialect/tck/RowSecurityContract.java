package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TAGS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASK_SHARES;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.scope.SharedAccess;
import dev.taskstore.db.security.PolicyDifference;
import dev.taskstore.db.security.RolePrivileges;
import dev.taskstore.db.security.RowSecurity;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.schema.DefaultSchema;
import dev.taskstore.dialect.tck.tasks.schema.Keys;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Row-level security made from a declaration, and the privileges of roles. */
abstract class RowSecurityContract {

  private static final RowOwnership<UUID> OWNERSHIP =
      RowOwnership.of(UUID.class)
          .owner(USERS.ID)
          .owner(TASKS.USER_ID)
          .sharedWith(TASKS.ASSIGNEE_ID, SharedAccess.UPDATE)
          .sharedThrough(
              Keys.FK_TASK_SHARES_TASK_ID, TASK_SHARES.COLLABORATOR_ID, SharedAccess.READ)
          .inherited(Keys.FK_TASK_TAGS_TASK_ID)
          .common(TAGS)
          .build();

  private final DialectFixture tck;

  RowSecurityContract(DialectFixture tck) {
    this.tck = tck;
  }

  @Test
  @Requires(Capability.ROW_SECURITY)
  void theDeclarationIsInForceFromEnablingToDisabling() {
    try (TckDatabase target = tck.createMigrated();
        TaskDatabase store = tck.builder(target).open()) {
      RowSecurity security = store.database().rowSecurity(OWNERSHIP);
      List<PolicyDifference> before = security.differences();
      assertThat(before)
          .extracting(PolicyDifference::table)
          .contains("users", "tasks", "task_shares", "task_tags", "tags");
      assertThat(before)
          .extracting(PolicyDifference::type)
          .containsOnly(PolicyDifference.Type.MISSING);

      security.enable();
      assertThat(security.differences()).isEmpty();
      security.enable();
      assertThat(security.differences()).isEmpty();
      security.disable();
      security.disable();
      assertThat(security.differences()).isEqualTo(before);

      security.enableSql().forEach(store.dsl()::execute);
      assertThat(security.differences()).isEmpty();
      security.disableSql().forEach(store.dsl()::execute);
      assertThat(security.differences()).isEqualTo(before);
    }
  }

  @Test
  @Requires(Capability.ROLES)
  void thePrivilegesOfRolesNameEveryTable() {
    RolePrivileges privileges =
        tck.store()
            .database()
            .rolePrivileges(DefaultSchema.DEFAULT_SCHEMA, "tasks_owner", "tasks_application");

    assertThat(privileges.beforeMigration()).isNotEmpty();
    assertThat(String.join("\n", privileges.afterMigration()))
        .contains("users", "tasks", "task_shares", "task_tags", "tags", "tasks_application");
    assertThat(privileges.script())
        .contains(privileges.beforeMigration())
        .contains(privileges.afterMigration());
  }

  @Test
  void aDialectWithoutTheseCapabilitiesRefusesTheCalls() {
    Database database = tck.store().database();
    if (!tck.capabilities().contains(Capability.ROW_SECURITY)) {
      assertThatThrownBy(() -> database.rowSecurity(OWNERSHIP))
          .isInstanceOf(CapabilityNotSupportedException.class)
          .hasMessageContaining("ROW_SECURITY");
      assertThatThrownBy(() -> tck.builder(tck.database()).rowSecurity(OWNERSHIP).open())
          .isInstanceOf(CapabilityNotSupportedException.class)
          .hasMessageContaining("ROW_SECURITY");
    }
    if (!tck.capabilities().contains(Capability.ROLES)) {
      assertThatThrownBy(
              () -> database.rolePrivileges(DefaultSchema.DEFAULT_SCHEMA, "owner", "application"))
          .isInstanceOf(CapabilityNotSupportedException.class)
          .hasMessageContaining("ROLES");
    }
    assertThat(database.dialect().rowPolicies().isPresent())
        .isEqualTo(tck.capabilities().contains(Capability.ROW_SECURITY));
    assertThat(database.dialect().roles().isPresent())
        .isEqualTo(tck.capabilities().contains(Capability.ROLES));
  }
}
