"""SilverGauge every night: one task that calls the launcher. See README.md beside it."""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.operators.bash import BashOperator

RUN = (
    "/opt/silvergauge/silvergauge run /srv/silvergauge/assessment"
    " --out /srv/silvergauge/out --log json --strict"
)

with DAG(
    dag_id="silvergauge",
    schedule="30 2 * * *",
    start_date=datetime(2024, 1, 1),
    catchup=False,
    max_active_runs=1,
) as dag:
    BashOperator(
        task_id="run",
        # 3 is a publication with gaps; 6 is another run at work, which is no failure of this one.
        bash_command=RUN + "; status=$?; [ $status -ne 3 ] || exit 0; exit $status",
        skip_on_exit_code=6,
        retries=0,
        execution_timeout=timedelta(hours=6),
    )
