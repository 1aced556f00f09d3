/**
 * The script of the page, for comfort only: what a mark says on hover, tables sorted and filtered, maps made larger and
 * moved. Without it the page is complete. It loads nothing, sends nothing and keeps nothing.
 */
export const REPORT_SCRIPT = `
(()=>{const d=document,root=d.documentElement;root.classList.add('js');
const tip=d.createElement('div');tip.id='tip';tip.hidden=true;d.body.append(tip);
const said=e=>{const m=e.target.closest&&e.target.closest('svg [data-say],svg .say');if(!m)return'';
if(m.dataset.say)return m.dataset.say;const t=m.querySelector('title');if(!t)return'';m.dataset.say=t.textContent;t.remove();return m.dataset.say};
d.addEventListener('pointermove',e=>{const s=said(e);tip.hidden=!s;if(!s)return;tip.textContent=s;
const r=tip.getBoundingClientRect();tip.style.left=Math.max(4,Math.min(innerWidth-r.width-8,e.clientX+14))+'px';
tip.style.top=Math.max(4,Math.min(innerHeight-r.height-8,e.clientY+16))+'px'});
d.addEventListener('pointerleave',()=>{tip.hidden=true});
const value=c=>{const v=c.dataset.v;return v===undefined?c.textContent.trim():v===''?-1:+v};
for(const t of d.querySelectorAll('table.sortable'))t.querySelectorAll('thead th').forEach((h,i)=>{
const b=d.createElement('button');b.type='button';b.textContent=h.textContent;h.textContent='';h.append(b);
b.addEventListener('click',()=>{const up=h.getAttribute('aria-sort')==='descending';
t.querySelectorAll('th[aria-sort]').forEach(o=>o.removeAttribute('aria-sort'));
h.setAttribute('aria-sort',up?'ascending':'descending');
const rows=[...t.tBodies[0].rows];rows.sort((a,b)=>{const x=value(a.cells[i]),y=value(b.cells[i]);
const o=typeof x==='number'&&typeof y==='number'?x-y:String(x).localeCompare(String(y),root.lang);return up?o:-o});
t.tBodies[0].append(...rows)})});
for(const f of d.querySelectorAll('input[data-filter]'))f.addEventListener('input',()=>{
const q=f.value.toLocaleLowerCase();for(const r of f.closest('details').querySelectorAll('tbody tr'))r.hidden=!r.textContent.toLocaleLowerCase().includes(q)});
for(const m of d.querySelectorAll('.map')){const s=m.querySelector('svg'),v=s.viewBox.baseVal,w=v.width,h=v.height;let k=1,x=0,y=0,from;
const put=()=>{x=Math.max(0,Math.min(w-w/k,x));y=Math.max(0,Math.min(h-h/k,y));s.setAttribute('viewBox',x+' '+y+' '+w/k+' '+h/k);s.style.cursor=k>1?'grab':''};
const by=f=>{const o=k;k=Math.max(1,Math.min(12,k*f));x+=(w/o-w/k)/2;y+=(h/o-h/k)/2;put()};
m.parentElement.querySelectorAll('[data-zoom]').forEach(b=>b.addEventListener('click',()=>by(+b.dataset.zoom)));
s.addEventListener('pointerdown',e=>{if(k>1){from=[e.clientX,e.clientY];s.setPointerCapture(e.pointerId)}});
s.addEventListener('pointermove',e=>{if(!from)return;const r=s.getBoundingClientRect().width;
x-=(e.clientX-from[0])*w/k/r;y-=(e.clientY-from[1])*w/k/r;from=[e.clientX,e.clientY];put()});
s.addEventListener('pointerup',()=>{from=undefined});s.addEventListener('pointercancel',()=>{from=undefined})}
})();
`.trim();
