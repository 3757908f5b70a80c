package dev.taskstore.dialect.tck;

import org.junit.jupiter.api.Nested;

/** The contracts of opening and migrating databases. */
abstract class MigrationTck extends DialectFixture {

  @Nested
  class ChangeSetRecord extends ChangeSetRecordContract {
    ChangeSetRecord() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class Changelog extends ChangelogContract {
    Changelog() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class ChangelogStatement extends ChangelogStatementContract {
    ChangelogStatement() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class DryRun extends DryRunContract {
    DryRun() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class ForeignSchema extends ForeignSchemaContract {
    ForeignSchema() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class IncompleteTransfer extends IncompleteTransferContract {
    IncompleteTransfer() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class Migration extends MigrationContract {
    Migration() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class MigrationHistory extends MigrationHistoryContract {
    MigrationHistory() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class MigrationWalk extends MigrationWalkContract {
    MigrationWalk() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class NewerSchema extends NewerSchemaContract {
    NewerSchema() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class Opening extends OpeningContract {
    Opening() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class SchemaDrift extends SchemaDriftContract {
    SchemaDrift() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class UpToDateSchema extends UpToDateSchemaContract {
    UpToDateSchema() {
      super(MigrationTck.this);
    }
  }
}
